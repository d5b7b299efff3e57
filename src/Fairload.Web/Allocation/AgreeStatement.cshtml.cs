using Fairload.App.Allocation;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Web.Access;
using Fairload.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Allocation;

/// <summary>One row as typed: words parted by commas.</summary>
internal sealed class StatementLine
{
    public string? Type { get; set; }
    public string? Tier { get; set; }
    public string? MayHold { get; set; }
    public string? JointOnly { get; set; }
    public string? MustAdvise { get; set; }
    public string? MustCountersign { get; set; }

    public static StatementLine Of(ReservedRow row) => new()
    {
        Type = row.TypeCode,
        Tier = row.Tier?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        MayHold = string.Join(", ", row.MayHold),
        JointOnly = string.Join(", ", row.JointOnly),
        MustAdvise = string.Join(", ", row.MustAdvise),
        MustCountersign = string.Join(", ", row.MustCountersign),
    };

    public ReservedRow Read() => new(
        Type!.Trim(), Tier is "1" or "2" or "3" ? Tier[0] - '0' : null,
        Words(MayHold), Words(MustAdvise), Words(MustCountersign), Words(JointOnly));

    internal static IReadOnlyList<string> Words(string? typed) =>
    [
        .. (typed ?? "").Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(Qualifications.Word),
    ];
}

/// <summary>Enters a new version of the statement of reserved functions. It begins as the one in force.</summary>
[Needs(Permission.AgreeSettings)]
internal sealed class AgreeStatement(StatementDesk desk) : PageModel
{
    private const int BlankRows = 3;

    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? AgreedBy { get; set; }
    [BindProperty] public DateOnly? LiveFrom { get; set; }
    [BindProperty] public List<StatementLine> Rows { get; set; } = [];
    [BindProperty] public string? Court { get; set; }

    /// <summary>Per cent, as typed.</summary>
    [BindProperty] public string? JointPart { get; set; }
    [BindProperty] public string? AdvicePart { get; set; }

    public async Task OnGet(CancellationToken stop)
    {
        var now = (await desk.InForce(HttpContext.Reader!, stop)).InForce;
        Name = now.IsExample ? "" : now.Name;
        Court = string.Join(", ", now.Court);
        (JointPart, AdvicePart) = (Typed.Of(now.JointPart * 100), Typed.Of(now.AdvicePart * 100));

        // Blank rows stand above the last, because the last is for everything else.
        Rows =
        [
            .. now.Rows.SkipLast(1).Select(StatementLine.Of),
            .. Enumerable.Range(0, BlankRows).Select(_ => new StatementLine()),
            StatementLine.Of(now.Rows[^1]),
        ];
    }

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var problems = new List<Problem>();
        if (LiveFrom is null) problems.Add(new("LiveFrom", $"Enter the day from which they count"));
        var joint = Typed.Read(JointPart, "JointPart", () => $"Enter how many per cent the first of two holders carries", problems);
        var advice = Typed.Read(AdvicePart, "AdvicePart", () => $"Enter how many per cent of a case advising on it weighs", problems);
        if (problems.Count > 0 || !ModelState.IsValid) return this.Again(problems);

        var rows = Rows.Where(r => !string.IsNullOrWhiteSpace(r.Type)).Select(r => r.Read());
        var draft = new ReservedFunctions(
            "new", Name ?? "", AgreedBy ?? "", LiveFrom!.Value, false, [.. rows], StatementLine.Words(Court), joint / 100, advice / 100);
        var agreed = await desk.Agree(draft, HttpContext.Reader!, stop);
        return agreed.Try(out _, out var refused) ? Redirect("/settings/reserved") : this.Again(refused);
    }
}
