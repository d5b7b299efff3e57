using Fairload.App.Caseload;
using Fairload.App.Imports.Sheets;
using Fairload.App.Store;
using Fairload.App.Workforce;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Imports.Inbox;

/// <summary>Which kind of extract a file is, by its columns and, where these fit more than one, by its name.</summary>
/// <param name="Matching">Name of the saved matching by which a case sheet is read; empty for none.</param>
public sealed record InboxKind(ImportKind Kind, string Matching);

/// <summary>Tells what a file is.</summary>
public sealed class InboxKinds(FairloadDb db, CaseloadSettings caseload, CouncilSettings settings)
{
    /// <summary>Refuses in one sentence what no reader knows, and what could be two things.</summary>
    public async Task<Result<InboxKind>> Of(Stream file, string name, DateOnly asOf, CancellationToken stop)
    {
        file.Position = 0;
        var limits = ImportReading.Limits(settings.Limits);
        if (!SheetFile.Open(file, name, limits).Try(out var book, out var problems)) return problems.ToList();
        using var opened = book;
        var fits = await Fits(opened, asOf, stop);
        if (fits.Count == 0) return new Problem("", $"{name} is none of the extracts that are taken in here: staff, Annex A, cases or scores. Bring it in by hand, or save how its columns are matched");
        if (fits is [var only]) return only;

        var folded = Written.FoldHeader(Path.GetFileNameWithoutExtension(name));
        var named = fits.Where(f => Names(f).Any(n => folded.Contains(n, StringComparison.Ordinal))).ToList();
        if (named.FirstOrDefault(f => f.Matching.Length > 0) is { } matched) return matched;
        if (named is [var one]) return one;
        // The usual headers go before a saved matching that fits them too.
        return fits.Where(f => f.Matching.Length == 0).ToList() is [var usual] ? usual
            : new Problem("", $"{name} could be more than one kind of extract. Put the kind or the name of the matching into its name, or bring it in by hand");
    }

    private async Task<IReadOnlyList<InboxKind>> Fits(IOpenedBook book, DateOnly asOf, CancellationToken stop)
    {
        var fits = new List<InboxKind>();
        if (AnnexAReader.Read(book, asOf).Try(out _, out _)) return [new(ImportKind.AnnexA, "")];
        if (StaffSheetReader.Read(book).Try(out _, out _)) fits.Add(new(ImportKind.Staff, ""));
        var names = new List<IReadOnlyList<string>>();
        foreach (var area in Enum.GetValues<Area>())
            names.Add([.. (await caseload.FactorSetOn(area, asOf, stop)).Factors.Select(f => f.Name)]);
        if (ScoreSheetReader.Read(book, names).Try(out _, out _)) fits.Add(new(ImportKind.Scores, ""));
        if (CaseSheetReader.Read(book, asOf, null).Try(out _, out _)) fits.Add(new(ImportKind.Cases, ""));
        foreach (var saved in await db.Set<SavedMatching>().AsNoTracking().OrderBy(m => m.Name).ToListAsync(stop))
        {
            if (CaseMatching.FromJson(saved.Document).Try(out var matching, out _)
                && CaseSheetReader.Read(book, asOf, matching).Try(out _, out _))
            {
                fits.Add(new(ImportKind.Cases, saved.Name));
            }
        }

        return fits;
    }

    private static IEnumerable<string> Names(InboxKind kind) => kind switch
    {
        { Matching.Length: > 0 } => [Written.FoldHeader(kind.Matching)],
        { Kind: ImportKind.Staff } => ["staff", "workforce"],
        { Kind: ImportKind.Scores } => ["score"],
        _ => ["case"],
    };
}
