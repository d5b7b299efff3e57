using System.Globalization;
using Fairload.App.Caseload;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Fairload.Web.GovUk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Caseload;

/// <summary>What came back for one case.</summary>
internal sealed class ScoredCase
{
    public Id<Case> Case { get; set; }

    /// <summary>The score of this view that stood there when the page was made; empty for none.</summary>
    public string? Seen { get; set; }
    public List<string?> Factors { get; set; } = [];

    /// <summary>Looked at again, and the score stands.</summary>
    public bool Stands { get; set; }
}

/// <summary>
/// A whole caseload scored in one sitting, fifteen cases a page. Going to another page saves this one, so nothing that was typed is
/// lost. Only what was changed, or said to stand, becomes a score of today.
/// </summary>
internal abstract class ScoreCaseload(ScoreDesk desk) : PageModel
{
    public const int CasesAPage = 15;

    [BindProperty(SupportsGet = true)] public ScoreBy? View { get; set; }

    /// <summary>The page, from 1.</summary>
    [BindProperty(SupportsGet = true)] public int? At { get; set; }

    /// <summary>How many were scored by the form before, and how many of them are not whole.</summary>
    [BindProperty(SupportsGet = true)] public int? Saved { get; set; }
    [BindProperty(SupportsGet = true)] public int? NotWhole { get; set; }

    [BindProperty] public List<ScoredCase> Lines { get; set; } = [];

    public ScoringView Scoring { get; private set; } = null!;
    public ScoreBy By { get; private set; }
    public int PageNumber { get; private set; } = 1;

    public int Pages => Math.Max(1, (Scoring.Lines.Count + CasesAPage - 1) / CasesAPage);
    public IReadOnlyList<ScoringLine> Shown => [.. Scoring.Lines.Skip((PageNumber - 1) * CasesAPage).Take(CasesAPage)];
    public bool IsOwn => HttpContext.Reader!.Worker == Scoring.Worker.Id;

    /// <summary>Where the form stands.</summary>
    public abstract string Address { get; }

    public string Link(ScoreBy by, int page) => $"{Address}?View={by}&At={page.ToString(CultureInfo.InvariantCulture)}";

    public string FieldOf(ScoringLine line) => $"{By}.{line.Held.CaseId}";

    public string IdOf(ScoringLine line) => GovukField.IdOf(FieldOf(line));

    public Score? Standing(ScoringLine line) => By switch
    {
        ScoreBy.Practitioner => line.Practitioner,
        ScoreBy.Supervisor => line.Supervisor,
        _ => line.Agreed,
    };

    /// <summary>What stands in the select of one factor: what was typed, or what has been given.</summary>
    public string Typed(ScoringLine line, int factor) =>
        Lines.Find(l => l.Case == line.Held.CaseId) is { } typed && factor < typed.Factors.Count
            ? typed.Factors[factor] ?? ""
            : Standing(line)?.Values[factor]?.ToString(CultureInfo.InvariantCulture) ?? "";

    public bool SaidToStand(ScoringLine line) => Lines.Find(l => l.Case == line.Held.CaseId)?.Stands == true;

    protected async Task<IActionResult> Show(Id<Worker> worker, CancellationToken stop) => await Load(worker, stop) ? Page() : NotFound();

    protected async Task<IActionResult> Save(Id<Worker> worker, string? go, CancellationToken stop)
    {
        if (!await Load(worker, stop)) return NotFound();

        var problems = new List<Problem>();
        var entries = Lines.Select(l => Entry(l, problems)).OfType<ScoreEntry>().ToList();
        if (problems.Count > 0) return this.Again(problems);

        var entered = await desk.Enter(worker, entries, HttpContext.Reader!, stop);
        if (!entered.Try(out _, out var refused))
        {
            // What somebody else gave meanwhile is shown beside what was typed.
            return await Load(worker, stop) ? this.Again(refused) : NotFound();
        }

        var next = go switch { "next" => PageNumber + 1, "back" => PageNumber - 1, _ => PageNumber };
        var partial = entries.Count(e => e.Factors.Any(f => f is null));
        return Redirect(string.Create(CultureInfo.InvariantCulture, $"{Link(By, Math.Clamp(next, 1, Pages))}&Saved={entries.Count}&NotWhole={partial}"));
    }

    private async Task<bool> Load(Id<Worker> worker, CancellationToken stop)
    {
        if (await desk.Caseload(worker, HttpContext.Reader!, stop) is not { MayEnter.Count: > 0 } scoring) return false;
        Scoring = scoring;
        By = View is { } wanted && scoring.MayEnter.Contains(wanted) ? wanted : scoring.MayEnter[0];
        PageNumber = Math.Clamp(At ?? 1, 1, Pages);
        return true;
    }

    /// <summary>Null for a case in which nothing was changed and that was not said to stand.</summary>
    private ScoreEntry? Entry(ScoredCase given, List<Problem> problems)
    {
        if (Scoring.Lines.FirstOrDefault(l => l.Held.CaseId == given.Case) is not { } line)
        {
            problems.Add(new("", $"A case on this page is no longer in this caseload. Nothing was stored; look through what is left and save again."));
            return null;
        }

        var factors = new List<int?>();
        foreach (var typed in given.Factors)
        {
            if (string.IsNullOrWhiteSpace(typed)) factors.Add(null);
            else if (typed is "1" or "2" or "3") factors.Add(typed[0] - '0');
            else factors.Add(0);
        }

        if (factors.Count != FactorSet.Size || factors.Contains(0))
        {
            problems.Add(new(FieldOf(line), $"Case {line.Held.Reference}: give each factor 1, 2 or 3, or leave it out."));
            return null;
        }

        Id<Score>? seen = Id<Score>.TryParse(given.Seen, out var id) ? id : null;
        var standing = Standing(line);
        var isSame = standing is null ? factors.All(f => f is null) : standing.Values.SequenceEqual(factors);
        // Sent twice, or after somebody gave just this: it stands already as the person wants it.
        return isSame && (seen != standing?.Id || !given.Stands || standing is null) ? null : new(given.Case, By, factors, seen);
    }
}
