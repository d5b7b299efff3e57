using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fairload.Core.HealthCheck.Report;

namespace Fairload.Web.HealthCheck.Report;

/// <summary>A report as one file that any browser opens and prints: without scripts, and without asking another machine for
/// anything.</summary>
internal static class HtmlFile
{
    private const string Look = """
        body{color:#0b0c0c;font:1.1rem/1.5 system-ui,"Helvetica Neue",Helvetica,Arial,sans-serif}
        body{margin:2rem auto;max-width:60rem;padding:0 1rem}
        h1,h2{color:#12436d}
        .fl-report>p,.fl-report>ul{max-width:40em}
        .govuk-body-s{font-size:.9rem;margin:.2rem 0}
        .fl-counted{padding-left:2.5em;text-indent:-2.5em}
        .fl-counted__number{display:inline-block;text-indent:0;width:2.3em}
        table{border-collapse:collapse;font-variant-numeric:tabular-nums;margin:.5rem 0 1rem}
        caption{font-weight:700;text-align:left}
        th,td{border-bottom:1px solid #6f777b;padding:.3rem .8rem .3rem 0;text-align:left;vertical-align:top}
        .govuk-table__header--numeric,.govuk-table__cell--numeric{text-align:right}
        .fl-scroll{overflow-x:auto}
        .fl-figure{margin:1rem 0}
        .govuk-visually-hidden{clip:rect(0 0 0 0);height:1px;overflow:hidden;position:absolute;width:1px}
        .fl-legend{list-style:none;padding:0}
        .fl-legend li{display:inline-block;margin-right:1.5em}
        .fl-key{height:1em;width:1.6em}
        svg{height:auto;max-width:100%}
        svg text{fill:#0b0c0c;font-size:13px}
        .bar-a,.bar-b,.bar-c,.bar-d{stroke:#0b0c0c;stroke-width:.5}
        .bar-a{fill:#12436d}
        .bar-b{fill:url(#fl-pattern-b) #28a197}
        .bar-c{fill:#801650}
        .bar-d{fill:url(#fl-pattern-d) #f46a25}
        .line-a,.line-b,.line-c,.line-d{fill:none;stroke-width:2.5}
        .line-a{stroke:#12436d}
        .line-b{stroke:#28a197;stroke-dasharray:8 3}
        .line-c{stroke:#801650;stroke-dasharray:2 3}
        .line-d{stroke:#f46a25;stroke-dasharray:10 3 2 3}
        .grid{stroke:#b1b4b6}
        .axis{stroke:#505a5f}
        .line-dot{fill:#12436d}
        @media print{@page{margin:15mm;size:A4}
        body{margin:0;max-width:none}
        thead{display:table-header-group}
        tr,.fl-figure{break-inside:avoid}
        h1,h2,h3,caption{break-after:avoid}
        .fl-scroll{overflow:visible}
        svg{print-color-adjust:exact}}
        """;

    /// <summary>The second and the fourth series differ by pattern as well as by colour.</summary>
    private const string Patterns = """
        <svg width="0" height="0" style="position:absolute" aria-hidden="true" focusable="false"><defs>
        <pattern id="fl-pattern-b" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill="#28a197"/><path d="M0 6L6 0M-1.5 1.5l3-3M4.5 7.5l3-3" stroke="#fff" stroke-width="1.2"/></pattern>
        <pattern id="fl-pattern-d" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill="#f46a25"/><path d="M0 3h6" stroke="#fff" stroke-width="1.2"/></pattern>
        </defs></svg>
        """;

    public static byte[] Of(ReportDocument report)
    {
        var encoder = HtmlEncoder.Create(UnicodeRanges.All);
        using var body = new StringWriter();
        ReportBodyView.Open(report).Whole().WriteTo(body, encoder);
        return Encoding.UTF8.GetBytes($"""
            <!doctype html>
            <html lang="{report.Language}">
            <head>
            <meta charset="utf-8">
            <title>{encoder.Encode(report.Title)}</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>
            {Look}
            </style>
            </head>
            <body>
            {Patterns}
            <main>
            {body}
            </main>
            </body>
            </html>

            """);
    }
}
