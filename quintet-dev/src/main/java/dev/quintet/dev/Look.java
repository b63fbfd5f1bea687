package dev.quintet.dev;

/// How debug pages look: no file, no script, light and dark, a phone's width.
final class Look {

    static final String STYLE =
            """
            :root{color-scheme:light dark;--ink:#1d1c1a;--soft:#6b675f;--paper:#fbfaf7;--card:#fff;\
            --line:#e4e0d8;--mark:#b4421f;--glow:#fdeee7;--good:#1f6b46}
            @media(prefers-color-scheme:dark){:root{--ink:#eceae5;--soft:#a19c92;--paper:#171614;\
            --card:#1f1e1b;--line:#34312c;--mark:#f0885f;--glow:#3a241a;--good:#7fcfa5}}
            *{box-sizing:border-box}
            body{margin:0;background:var(--paper);color:var(--ink);\
            font:1rem/1.5 ui-sans-serif,system-ui,-apple-system,"Segoe UI",sans-serif}
            header,main,footer{max-width:68rem;margin:0 auto;padding:0 1.25rem}
            header{padding-top:2rem;padding-bottom:1.25rem;border-bottom:1px solid var(--line)}
            .where{margin:0;color:var(--soft);font-size:.9375rem;overflow-wrap:anywhere}
            .where b{color:var(--mark)}
            .where span{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
            h1{margin:.4rem 0 1rem;font-size:clamp(1.35rem,4.5vw,2rem);line-height:1.2;\
            letter-spacing:-.015em;overflow-wrap:anywhere}
            h2{margin:2rem 0 .75rem;font-size:1.0625rem}
            dl{display:grid;grid-template-columns:auto 1fr;gap:.35rem 1rem;margin:0}
            dt{color:var(--soft);font-size:.875rem;padding-top:.1rem}
            dd{margin:0;min-width:0;overflow-wrap:anywhere}
            dd pre{margin:0;white-space:pre-wrap;font-size:.875rem}
            dd.fix{color:var(--good);font-weight:600}
            code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
            code{font-size:.9em;overflow-wrap:anywhere}
            details{margin:.5rem 0;background:var(--card);border:1px solid var(--line);\
            border-radius:.5rem;overflow:hidden}
            summary{cursor:pointer;padding:.5rem .85rem;overflow-wrap:anywhere}
            summary span{color:var(--soft);font-size:.8125rem}
            details pre{margin:0;padding:.5rem 0;overflow-x:auto;font-size:.8125rem;line-height:1.55;\
            border-top:1px solid var(--line)}
            details.fold{background:none;border-style:dashed}
            details.fold summary{color:var(--soft);font-size:.8125rem;padding:.3rem .85rem}
            details.fold pre{padding:.5rem .85rem}
            .line{display:block;padding:0 .85rem;white-space:pre;min-width:max-content}
            .line i{display:inline-block;width:3.5em;color:var(--soft);font-style:normal;\
            user-select:none}
            .at{background:var(--glow);box-shadow:inset 3px 0 var(--mark)}
            .thrown{margin:.75rem 0 .5rem;overflow-wrap:anywhere}
            .frame{margin:.4rem .85rem}
            td span{color:var(--soft)}
            .near{background:var(--glow);box-shadow:inset 3px 0 var(--mark)}
            tr.failed th{color:var(--mark)}
            .error h2{overflow-wrap:anywhere;color:var(--mark)}
            .more{margin:0 0 .75rem;white-space:pre-wrap;overflow-wrap:anywhere;font-size:.875rem}
            table{width:100%;border-collapse:collapse;font-size:.875rem}
            th,td{padding:.35rem .85rem;text-align:left;vertical-align:top;\
            border-top:1px solid var(--line);overflow-wrap:anywhere;white-space:pre-wrap}
            th{width:14rem;font-weight:500;color:var(--soft)}
            footer{margin-top:2.5rem;padding-bottom:2rem;color:var(--soft);font-size:.8125rem}
            @media(max-width:40rem){header,main,footer{padding-left:.9rem;padding-right:.9rem}\
            th{width:8rem}dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.6rem}\
            details.facts tr,details.facts th,details.facts td{display:block;width:auto}\
            details.facts td{border-top:0;padding-top:0}\
            .routes td{display:block;padding:.35rem 0 0}\
            .routes td+td{border-top:0;padding:0 0 .35rem;color:var(--soft)}}
            """;

    private Look() {}
}
