using Fairload.App.Demo;
using Fairload.App.Tests.Imports;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;

namespace Fairload.App.Tests.Demo.Quarter;

/// <summary>
/// A quarter of the made-up council: each week people work by hand from Monday to Thursday, and on Friday the extract comes. Each thing
/// that is done has a fate: the case system says the same, says it later, says otherwise, or never hears of it.
/// </summary>
internal sealed partial class Script
{
    public const int Weeks = 13;
    public const int AllAbsences = 40;

    /// <summary>Weeks in which HR sends a sheet.</summary>
    private static readonly HashSet<int> SheetWeeks = [1, 2, 4, 5, 7, 8, 10, 11, 13];

    /// <summary>Weeks in which teams change on the Monday: all is looked at before the extract comes.</summary>
    private static readonly HashSet<int> WeeksOfChange = [4, 9, 11, 12];

    private readonly Council _council;
    private readonly Books _books;
    private readonly Extract _extract;
    private readonly Taking _taking;
    private readonly Hands _hands;
    private readonly Figures _figures;
    private readonly Random _dice;
    private readonly SortedDictionary<int, List<Func<Task>>> _later = [];
    private readonly int _scale;
    private int _numbers;

    private Script(Council council, Books books, int seed)
    {
        (_council, _books, _extract, _hands, _figures) = (council, books, new(books), new(council, books), new(council, books));
        (_taking, _dice, _scale) = (new(books, _extract), new(seed), Math.Max(1, books.People.Count / 60));
    }

    private DateOnly Today => _council.Clock.UkToday;
    private int Week { get; set; }

    /// <summary>Plays the quarter and holds every figure against the books, every day.</summary>
    public static async Task<Council> Play(string engine, DemoSize size, int seed)
    {
        var made = DemoCouncil.From(seed, size);
        var day = made.Dates.Third;
        var council = await Council.On(engine, day.Year, day.Month, day.Day);
        var script = new Script(council, Books.Of(made), seed);
        await script.Begin(made);
        for (var week = 1; week <= Weeks; week++) await script.PlayWeek(week);
        await script.End();
        return council;
    }

    private async Task Begin(DemoCouncil made)
    {
        await TakeStaff();
        await TakeCases();
        using var scores = new MemoryStream();
        DemoFiles.Scores(made, made.Dates.First, scores);
        await Import(ImportKind.Scores, scores.ToArray());
        _books.Remember(Today);
        await _figures.AreExplained("the beginning");
    }

    private async Task PlayWeek(int week)
    {
        Week = week;
        await NextDay(3);
        if (_later.Remove(week, out var due))
            foreach (var step in due) await step();
        await Reorganise();
        await SpreadWhatLeaversHeld();
        await AgreeAllocations();
        await (WeeksOfChange.Contains(week) ? _figures.AreExplained($"Monday of week {week}")
            : _figures.OfTheDayAreExplained($"Monday of week {week}"));
        await NextDay(1);
        await EnterCases();
        await _figures.OfTheDayAreExplained($"Tuesday of week {week}");
        await NextDay(1);
        await EnterStaff();
        await _figures.OfTheDayAreExplained($"Wednesday of week {week}");
        await NextDay(1);
        await _figures.OfTheDayAreExplained($"Thursday of week {week}");
        await NextDay(1);
        LetTheCaseSystemGoOn();
        if (SheetWeeks.Contains(week)) await TakeStaff();
        await TakeCases();
        _books.Remember(Today);
        await _figures.AreExplained($"Friday of week {week}");
    }

    private async Task End()
    {
        Assert.Equal(AllAbsences, _absences);
        Assert.True(_leavers.Count >= 3 && _starters >= 3, $"{_leavers.Count} left and {_starters} began.");
        await _figures.HistoryIsOneLine();
        await _figures.LineGoesBack(_merged, _mergedOf);
        await _council.IsSound();
    }

    private async Task TakeStaff()
    {
        await Import(ImportKind.Staff, _extract.Staff());
        _taking.Staff(Today);
    }

    private async Task TakeCases()
    {
        await Import(ImportKind.Cases, _extract.Cases(Today));
        _taking.Cases(Today);
    }

    private async Task Import(ImportKind kind, byte[] file)
    {
        _council.Clock.Pass(TimeSpan.FromMinutes(1));
        await _council.Import(kind, file, $"{Today:yyyy-MM-dd}");
    }

    /// <summary>To nine in the morning of another day.</summary>
    private async Task NextDay(int days)
    {
        var now = _council.Clock.GetUtcNow();
        _council.Clock.Pass(now.Date.AddDays(days).AddHours(9) - now.DateTime);
        await Task.CompletedTask;
    }

    private void Later(int weeks, Func<Task> step)
    {
        if (!_later.TryGetValue(Week + weeks, out var steps)) _later[Week + weeks] = steps = [];
        steps.Add(step);
    }

    private void Later(int weeks, Action step) => Later(weeks, () =>
    {
        step();
        return Task.CompletedTask;
    });

    private T Pick<T>(IReadOnlyList<T> from) => from[_dice.Next(from.Count)];

    /// <summary>Open in both systems, the same in both, and not yet part of the script.</summary>
    private BookCase? Quiet(Func<BookCase, bool> which)
    {
        var all = _books.Open.Where(c => !c.IsTouched && c.There is { Closed: null } && c.Mark is null && c.Decision is null && which(c))
            .OrderBy(c => c.Reference, StringComparer.Ordinal).ToList();
        if (all.Count == 0) return null;
        var one = Pick(all);
        one.IsTouched = true;
        return one;
    }

    private static string OtherType(Area area, string than) =>
        CaseType.Known.First(t => t.Area == area && t.Code != than && t.Code is not ("referral" or "adult-assessment")).Code;
}
