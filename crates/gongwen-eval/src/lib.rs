//! gongwen-eval
