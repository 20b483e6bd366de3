//! gongwen-record
