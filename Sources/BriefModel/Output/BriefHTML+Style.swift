extension BriefHTML {
  /// The page's look: a readable measure, light and dark as the reader's system is, fit for print.
  ///
  /// A word joiner keeps a number on the line of what it follows, also behind Chinese and Japanese.
  static let style: StaticString = """
    :root { --ink: #1c1f24; --dim: #5a6270; --faint: #d8dce2; --ground: #fff; --link: #1458a8; \
    --shade: #f4f5f7; }
    @media (prefers-color-scheme: dark) { :root { --ink: #d9dde3; --dim: #98a1b0; \
    --faint: #3a414d; --ground: #15181d; --link: #8cbcf2; --shade: #1f242b; } }
    * { box-sizing: border-box; }
    html { background: var(--ground); color: var(--ink); font: 1.0625rem/1.6 Charter, \
    "Bitstream Charter", "Sitka Text", Cambria, "Noto Serif", serif; text-size-adjust: 100%; }
    body { margin: 0; }
    main { max-width: 40rem; margin: 0 auto; padding: 3rem 1.25rem 5rem; overflow-wrap: anywhere; }
    header { margin-bottom: 2rem; }
    h1, h2, h3, h4, h5, h6, .date, .subtitle, #sources, .table { font-family: system-ui, \
    -apple-system, "Segoe UI", "Noto Sans", sans-serif; }
    h1 { font-size: 2rem; line-height: 1.2; letter-spacing: -0.015em; margin: 0; \
    text-wrap: balance; }
    h2 { font-size: 1.3rem; line-height: 1.3; margin: 2.5rem 0 0.75rem; text-wrap: balance; }
    h3 { font-size: 1.1rem; margin: 2rem 0 0.5rem; }
    h4, h5, h6 { font-size: 1rem; margin: 1.5rem 0 0.5rem; }
    .date, .subtitle { color: var(--dim); margin: 0.75rem 0 0; font-size: 0.9rem; }
    .lede > p { font-size: 1.125em; }
    p, ul, ol, blockquote, pre, .table { margin: 0 0 1rem; }
    ul, ol { padding-left: 1.5rem; }
    li { margin-bottom: 0.35rem; }
    li > ul, li > ol { margin: 0.35rem 0 0; }
    .task { list-style: none; margin-left: -1.5rem; padding-left: 0.2rem; }
    a { color: inherit; text-decoration: underline; text-decoration-color: var(--dim); \
    text-decoration-thickness: 1px; text-underline-offset: 0.18em; }
    a:hover { color: var(--link); text-decoration-color: currentColor; }
    sup { font: 600 0.68em/0 system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif; \
    margin-left: 0.12em; scroll-margin-top: 4rem; }
    sup::before { content: "\\2060"; }
    sup a { color: var(--link); text-decoration: none; padding: 0.3em 0.1em; }
    sup a:hover { text-decoration: underline; }
    sup + sup { margin-left: 0.3em; }
    .lost { color: var(--dim); font-weight: 400; }
    .image { color: var(--dim); font-style: italic; }
    blockquote { margin-left: 0; padding-left: 1.1rem; border-left: 3px solid var(--faint); \
    color: var(--dim); }
    blockquote > :last-child { margin-bottom: 0; }
    code { font: 0.875em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, "Noto Sans Mono", \
    monospace; background: var(--shade); padding: 0.1em 0.3em; border-radius: 3px; }
    pre { background: var(--shade); padding: 0.9rem 1rem; overflow-x: auto; border-radius: 4px; \
    tab-size: 4; overflow-wrap: normal; }
    pre code { padding: 0; background: none; }
    hr { border: 0; border-top: 1px solid var(--faint); margin: 2.5rem 0; }
    .table { overflow-x: auto; font-size: 0.875rem; line-height: 1.45; }
    table { border-collapse: collapse; min-width: 100%; overflow-wrap: normal; }
    th, td { padding: 0.45rem 1rem 0.45rem 0; text-align: left; vertical-align: top; \
    border-bottom: 1px solid var(--faint); font-variant-numeric: tabular-nums; }
    @media (max-width: 30rem) { th, td { padding-right: 0.6rem; } }
    th:last-child, td:last-child { padding-right: 0; }
    th { border-bottom: 2px solid var(--faint); font-weight: 600; }
    th.right, td.right { text-align: right; }
    th.center, td.center { text-align: center; }
    #sources { margin-top: 3.5rem; padding-top: 0.25rem; border-top: 1px solid var(--faint); \
    font-size: 0.875rem; line-height: 1.5; }
    #sources h2 { font-size: 1.1rem; margin-top: 1.25rem; }
    #sources ol { padding-left: 2.25rem; }
    #sources li { margin-bottom: 0.8rem; padding-left: 0.25rem; scroll-margin-top: 2rem; }
    #sources li::marker { color: var(--dim); font-variant-numeric: tabular-nums; }
    .outlet { font-weight: 600; }
    cite { font-style: normal; }
    time { color: var(--dim); white-space: nowrap; }
    .address { display: block; }
    .address a { color: var(--dim); text-decoration: none; }
    .address a:hover { color: var(--link); text-decoration: underline; }
    .returns a { color: var(--link); text-decoration: none; padding: 0 0.15em; }
    :target { background: var(--shade); box-shadow: 0 0 0 0.35rem var(--shade); \
    border-radius: 2px; }
    section:target { background: none; box-shadow: none; }
    @media print {
    :root { --ink: #000; --dim: #444; --faint: #bbb; --ground: #fff; --link: #000; --shade: #fff; }
    html { font-size: 10.5pt; }
    main { max-width: none; padding: 0; }
    h1, h2, h3, h4, h5, h6 { break-after: avoid; }
    li, tr, blockquote, pre { break-inside: avoid; }
    pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid var(--faint); }
    .table { overflow: visible; }
    .returns { display: none; }
    a { text-decoration: none; }
    }
    """
}
