//! Deeds and things in the words round a number.

use super::sentences::check;

/// 在校学生 lost its 在 as in `在学校`.
#[test]
fn a_state_that_begins_with_in_is_one_word() {
    check("在校学生每学期体检1次。", &["eq 1 次 count per_semester [在校学生] 体检"]);
    check("在建工地安装监控设备120套。", &["eq 120 套 count [在建工地] 监控设备"]);
    check("新增3名在岗医师。", &["eq 3 名 count 在岗医师"]);
    check("在校园开展宣讲2次。", &["eq 2 次 count 宣讲"]);
    check("在园区新建停车场3处。", &["eq 3 处 count [园区] 停车场"]);
}
