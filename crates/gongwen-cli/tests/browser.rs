//! The page in a real browser: it loads without an error, charts are drawn, links lead to their sentences, filter and
//! language work, nothing needs scrolling sideways at 1280 px.
//!
//! Needs `chromium` and `chromedriver` (Debian: chromium, chromium-driver). Where they are missing the test says so loudly
//! and passes. Speaks the WebDriver protocol by itself: a handful of requests on one machine need no library.

#![allow(clippy::unwrap_used, clippy::print_stdout)] // a test that cannot run has failed, and says so

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

const PLANS: [&str; 5] = [
    "pingluo-640221-plan",
    "kundulun-150203-plan",
    "linyi-140821-plan",
    "tunxi-341002-plan",
    "hongsibu-640303-ledger",
];

fn main() {
    // Run without the harness; of its arguments only a filter for other tests matters.
    let mut filters = std::env::args().skip(1).filter(|arg| !arg.starts_with('-')).peekable();
    if filters.peek().is_some() && !filters.any(|filter| "browser".contains(&filter)) {
        return;
    }
    let (Some(browser), Some(driver)) = (find("chromium"), find("chromedriver")) else {
        println!(
            "NOT RUN: browser test: chromium and chromedriver are not installed (Debian: apt-get install chromium chromium-driver)"
        );
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    report(folder.path());
    let driver = Driver::start(&driver);
    let session = Session::open(&driver, &browser, &folder.path().join("profile"));
    let page = session.load(&folder.path().join("report/index.html"));
    for (name, check) in CHECKS {
        check(&page);
        println!("browser: {name} ... ok");
    }
}

type Check = fn(&Session<'_>);

const CHECKS: [(&str, Check); 9] = [
    ("charts are drawn and their labels do not overlap", charts),
    ("nothing scrolls sideways at 1280 px", width),
    ("every link leads somewhere", links),
    ("a value leads to its sentence", sentence),
    ("the filter hides and shows", filter),
    ("the language switches", language),
    ("the keyboard reaches what it needs", keyboard),
    ("words stand out from their ground", contrast),
    ("the console is empty", console),
];

fn report(folder: &Path) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gongwen"));
    command.args(["compare", "-q", "-o"]).arg(folder.join("report"));
    for plan in PLANS {
        command.arg(format!("{}/../../corpus/{plan}.txt", env!("CARGO_MANIFEST_DIR")));
    }
    assert!(command.status().unwrap().success());
}

fn charts(page: &Session<'_>) {
    let found = page.run(
        "const shown = [...document.querySelectorAll('svg.chart')];
         const broken = shown.filter(s => { const b = s.getBoundingClientRect(); return b.width < 50 || b.height < 20 || !s.getAttribute('aria-label'); });
         const marks = document.querySelectorAll('#targets circle.dot').length;
         const overlaps = [];
         for (const svg of shown) {
           const boxes = [...svg.querySelectorAll('text')].filter(t => t.getClientRects().length && !t.hasAttribute('transform'))
             .map(t => [t.textContent, t.getBoundingClientRect()]).filter(([, b]) => b.width > 0);
           for (let i = 0; i < boxes.length; i++) for (let j = i + 1; j < boxes.length; j++) {
             const [a, b] = [boxes[i][1], boxes[j][1]];
             if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 4 && b.top < a.bottom - 4) overlaps.push(boxes[i][0] + ' / ' + boxes[j][0]);
           }
         }
         return {charts: shown.length, broken: broken.length, marks, overlaps,
                 parts: ['targets', 'duties', 'coverage', 'reuse'].filter(id => document.querySelector('#' + id + ' svg.chart'))};",
    );
    assert!(found["charts"].as_u64().unwrap() >= 8, "{found}");
    assert_eq!(found["broken"], 0, "{found}");
    assert!(found["marks"].as_u64().unwrap() >= 15, "{found}");
    assert_eq!(found["parts"].as_array().unwrap().len(), 4, "{found}");
    assert_eq!(found["overlaps"], json!([]), "labels overlap");
}

fn width(page: &Session<'_>) {
    let found = page.run(
        "document.querySelectorAll('details').forEach(d => { d.open = true; });
         const wide = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1
           && !e.closest('.scroll') && !e.closest('.sr') && getComputedStyle(e).position !== 'absolute').map(e => e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 30));
         return {window: innerWidth, page: document.documentElement.scrollWidth, wide: wide.slice(0, 5)};",
    );
    assert_eq!(found["window"], 1280, "{found}");
    assert!(found["page"].as_u64().unwrap() <= 1280, "{found}");
    assert_eq!(found["wide"], json!([]), "{found}");
}

fn links(page: &Session<'_>) {
    let found = page.run(
        "const all = [...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'));
         const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
         return {all: all.length, outside: all.filter(h => !h.startsWith('#')), lost: all.filter(h => !document.getElementById(h.slice(1))).slice(0, 5),
                 twice: ids.filter((id, at) => ids.indexOf(id) !== at).slice(0, 5)};",
    );
    assert!(found["all"].as_u64().unwrap() > 500, "{found}");
    for key in ["outside", "lost", "twice"] {
        assert_eq!(found[key], json!([]), "{key}");
    }
}

fn sentence(page: &Session<'_>) {
    page.run("document.querySelectorAll('details').forEach(d => { d.open = false; }); return null;");
    let quote = page.run(
        "const row = document.querySelector('#targets-all tbody tr'); document.querySelector('#targets-all').open = true;
         const link = row.querySelector('a'); link.click(); return {quote: row.querySelector('.quote').textContent, href: link.getAttribute('href')};",
    );
    let found = page.until(
        "const node = document.getElementById(location.hash.slice(1)); if (!node) return null;
         const box = node.getBoundingClientRect(); const style = getComputedStyle(node);
         const seen = box.top >= 0 && box.bottom <= innerHeight && box.width > 0;
         return seen ? {words: node.textContent, hash: location.hash, marked: style.backgroundColor, focus: document.activeElement === node,
                        back: !document.getElementById('back').hidden} : null;",
    );
    assert_eq!(found["words"], quote["quote"]);
    assert_eq!(found["hash"], quote["href"]);
    assert_eq!(found["marked"], "rgb(255, 232, 154)", "{found}");
    assert_eq!((&found["focus"], &found["back"]), (&json!(true), &json!(true)), "{found}");
    page.run("document.getElementById('back').click(); return null;");
    page.until("return location.hash === '' ? true : null;");
}

const SHOWN: &str = "[...document.querySelectorAll('.f')].filter(e => !e.hidden).length";

fn filter(page: &Session<'_>) {
    let all = page.run(&format!("return {SHOWN};"));
    page.run("const f = document.getElementById('filter'); f.value = '农民 平罗'; f.dispatchEvent(new Event('input')); return null;");
    let some = page.until(&format!("return document.getElementById('count').textContent ? {SHOWN} : null;"));
    assert!(
        some.as_u64().unwrap() > 0 && some.as_u64().unwrap() < all.as_u64().unwrap() / 3,
        "{some} of {all}"
    );
    let wrong = page.run(
        "return [...document.querySelectorAll('.f')].filter(e => !e.hidden && !e.querySelector('[rowspan]') && !(e.textContent.includes('农民') && e.textContent.includes('平罗'))).length;",
    );
    assert_eq!(wrong, 0);
    page.run("const f = document.getElementById('filter'); f.value = ''; f.dispatchEvent(new Event('input')); return null;");
    page.until(&format!("return {SHOWN} === {all} ? true : null;"));
}

fn language(page: &Session<'_>) {
    let state = "return {lang: document.documentElement.lang, title: document.title, h2: document.querySelector('#targets h2').innerText,
         label: document.getElementById('filter').getAttribute('aria-label'), chart: document.querySelector('svg.chart').getAttribute('aria-label'),
         both: [...document.querySelectorAll('[lang=zh]')].some(e => e.tagName !== 'BUTTON' && e.tagName !== 'HTML' && e.getClientRects().length)
            && [...document.querySelectorAll('[lang=en]')].some(e => e.tagName !== 'BUTTON' && e.tagName !== 'HTML' && e.getClientRects().length)};";
    let zh = page.run(state);
    assert_eq!(
        (&zh["lang"], &zh["h2"], &zh["both"]),
        (&json!("zh"), &json!("指标比较"), &json!(false)),
        "{zh}"
    );
    page.click("button[data-set=en]");
    let en = page.run(state);
    assert_eq!(
        (&en["lang"], &en["h2"], &en["both"]),
        (&json!("en"), &json!("Targets"), &json!(false)),
        "{en}"
    );
    for key in ["title", "label", "chart"] {
        assert!(en[key] != zh[key] && en[key].as_str().unwrap().is_ascii() || key == "chart", "{key}: {en}");
    }
    charts(page);
    width(page);
    page.click("button[data-set=zh]");
    assert_eq!(page.run(state)["h2"], "指标比较");
}

fn keyboard(page: &Session<'_>) {
    let found = page.run(
        "const main = document.querySelector('main'); const order = [...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1]);
         const jump = order.some((level, at) => at > 0 && level > order[at - 1] + 1);
         const first = document.querySelector('body a'); first.focus();
         const outline = getComputedStyle(first);
         const heads = [...document.querySelectorAll('th')].filter(t => !t.hasAttribute('scope')).length;
         const bare = [...document.querySelectorAll('table')].filter(t => !t.caption).length;
         return {main: !!main, jump, skip: first.getAttribute('href') === '#findings' && first.getBoundingClientRect().left >= 0, outline: outline.outlineStyle, heads, bare,
                 named: [...document.querySelectorAll('section')].every(s => document.getElementById(s.getAttribute('aria-labelledby')))};",
    );
    assert_eq!(found["main"], true);
    assert_eq!(found["skip"], true, "{found}");
    assert_ne!(found["outline"], "none", "{found}");
    assert_eq!(
        (&found["heads"], &found["bare"], &found["named"]),
        (&json!(0), &json!(0), &json!(true)),
        "{found}"
    );
}

fn contrast(page: &Session<'_>) {
    let found = page.run(
        "const parse = c => c.match(/[\\d.]+/g).map(Number);
         const light = ([r, g, b]) => { const f = v => { v /= 255; return v <= 0.03928 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4); }; return 0.2126 * f(r) + 0.7152 * f(g) + 0.0722 * f(b); };
         const ground = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > 0) return c; } return [255, 255, 255]; };
         document.querySelectorAll('details').forEach(d => { d.open = true; });
         const seen = new Map();
         for (const e of document.querySelectorAll('body *')) {
           if (e.closest('svg') || ![...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()) || !e.getClientRects().length) continue;
           const c = getComputedStyle(e).color, g = ground(e); const key = c + g; if (seen.has(key)) continue;
           const [a, b] = [light(parse(c)), light(g)]; seen.set(key, [(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), e.tagName + '.' + e.className]);
         }
         return [...seen.values()].filter(([ratio]) => ratio < 4.5);",
    );
    assert_eq!(found, json!([]));
}

fn console(page: &Session<'_>) {
    let log = page.ask("POST", "/se/log", &json!({"type": "browser"}));
    assert_eq!(log, json!([]));
}

fn find(name: &str) -> Option<PathBuf> {
    std::env::split_paths(&std::env::var_os("PATH")?)
        .map(|folder| folder.join(name))
        .find(|path| path.is_file())
}

/// A running chromedriver; ended with the test.
struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    fn start(path: &Path) -> Self {
        let mut child =
            Command::new(path).arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        // `ChromeDriver was started successfully on port 38461.`
        let port = lines.map_while(Result::ok).find_map(|line| {
            let (_, port) = line.split_once("started successfully on port ")?;
            port.trim_end_matches('.').trim().parse().ok()
        });
        Self { child, port: port.expect("chromedriver names its port") }
    }

    fn ask(&self, method: &str, path: &str, body: &Value) -> Value {
        let body = if method == "POST" { body.to_string() } else { String::new() };
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_mins(2))).unwrap();
        let length = body.len();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
        )
        .unwrap();
        let mut answer = BufReader::new(stream);
        let mut length = None;
        loop {
            let mut line = String::new();
            assert!(answer.read_line(&mut line).unwrap() > 0, "no answer to {method} {path}");
            if let Some((name, value)) = line.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = value.trim().parse().ok();
            }
            if line.trim().is_empty() {
                break;
            }
        }
        let mut body = vec![0; length.expect("chromedriver tells the length")];
        answer.read_exact(&mut body).unwrap();
        let value: Value = serde_json::from_slice(&body).unwrap();
        assert!(value["value"]["error"].is_null(), "{method} {path}: {}", value["value"]["message"]);
        value["value"].clone()
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A browser with one page; closed with the test.
struct Session<'d> {
    driver: &'d Driver,
    id: String,
}

impl<'d> Session<'d> {
    fn open(driver: &'d Driver, browser: &Path, profile: &Path) -> Self {
        let profile = format!("--user-data-dir={}", profile.display());
        let args = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            "--window-size=1280,900",
            &profile,
        ];
        let capabilities = json!({"capabilities": {"alwaysMatch": {
            "browserName": "chrome",
            "goog:loggingPrefs": {"browser": "ALL"},
            "goog:chromeOptions": {"binary": browser, "args": args},
        }}});
        let session = driver.ask("POST", "/session", &capabilities);
        Self { driver, id: session["sessionId"].as_str().unwrap().to_owned() }
    }

    fn load(self, page: &Path) -> Self {
        self.ask("POST", "/url", &json!({"url": format!("file://{}", page.display())}));
        let size = self.run("return [outerWidth - innerWidth, outerHeight - innerHeight];");
        let rect =
            json!({"width": 1280 + size[0].as_i64().unwrap(), "height": 900 + size[1].as_i64().unwrap()});
        self.ask("POST", "/window/rect", &rect);
        self
    }

    fn ask(&self, method: &str, path: &str, body: &Value) -> Value {
        self.driver.ask(method, &format!("/session/{}{path}", self.id), body)
    }

    fn run(&self, script: &str) -> Value {
        self.ask("POST", "/execute/sync", &json!({"script": script, "args": []}))
    }

    /// Runs a script until it gives something.
    fn until(&self, script: &str) -> Value {
        for _ in 0..200 {
            let value = self.run(script);
            if !value.is_null() {
                return value;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        panic!("this never came: {script}");
    }

    fn click(&self, selector: &str) {
        self.run(&format!("document.querySelector('{selector}').click(); return null;"));
    }
}

impl Drop for Session<'_> {
    fn drop(&mut self) {
        let _ =
            std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| self.ask("DELETE", "", &Value::Null)));
    }
}
