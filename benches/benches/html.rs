//! Web pages: reading one against what html5ever alone costs on it, which is the measure (at most three times as much).

use divan::counter::BytesCount;
use html5ever::tendril::TendrilSink;
use std::fmt::Write as _;

fn main() {
    divan::main();
}

/// A page of paragraphs with spans and one merged table, about `kilobytes` long, in a site's frame.
fn page(kilobytes: usize) -> String {
    let mut page = String::from(
        "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>清河县工作方案</title></head><body>\
         <div class=\"nav\"><ul><li><a href=\"/\">首页</a></li></ul></div><div id=\"zoom\" class=\"TRS_Editor\">",
    );
    let mut n = 0;
    while page.len() < kilobytes * 512 {
        n += 1;
        let _ = writeln!(
            page,
            "<p style=\"margin-top: 0px; text-indent: 2em; font-family: 宋体;\"><span style=\"font-size: 16pt;\">（{n}）\
             完善服务体系，到<span lang=\"EN-US\">2025</span>年，建成示范点<span>{n}</span>个。（县教育局牵头，县科技局配合）</span></p>"
        );
    }
    page.push_str("<table border=\"1\"><tr><th>序号</th><th>任务</th><th>责任单位</th></tr>");
    while page.len() < kilobytes * 1024 {
        n += 1;
        let _ = write!(
            page,
            "<tr><td width=\"10%\">{n}</td><td><p>建设站点</p></td><td rowspan=\"1\"><p>县教育局</p><p>县科技局</p></td></tr>"
        );
    }
    page.push_str("</table></div></body></html>");
    page
}

#[divan::bench(args = [16, 128, 1024])]
fn read(bencher: divan::Bencher<'_, '_>, kilobytes: usize) {
    let page = page(kilobytes);
    bencher.counter(BytesCount::new(page.len())).bench(|| {
        let manuscript = gongwen_read::read(page.as_bytes(), Some("page.html")).expect("a page");
        assert_eq!(manuscript.tables.len(), 1);
        manuscript
    });
}

#[divan::bench(args = [16, 128, 1024])]
fn html5ever_alone(bencher: divan::Bencher<'_, '_>, kilobytes: usize) {
    let page = page(kilobytes);
    bencher.counter(BytesCount::new(page.len())).bench(|| {
        let dom =
            html5ever::parse_document(markup5ever_rcdom::RcDom::default(), html5ever::ParseOpts::default())
                .one(&*page);
        assert!(!dom.document.children.borrow().is_empty());
        dom
    });
}
