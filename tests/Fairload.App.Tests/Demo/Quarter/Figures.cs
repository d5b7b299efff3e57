using System.Globalization;
using Fairload.App.Allocation;
using Fairload.App.Caseload;
using Fairload.App.Tests.Imports;
using Fairload.App.Workforce;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Demo.Quarter;

/// <summary>Every figure of the pages held against the books, line by line.</summary>
internal sealed class Figures(Council council, Books books)
{
    private static readonly Reader Director = new("Dee Rector", null, [new(Role.Director)]);

    private DateOnly Today => council.Clock.UkToday;

    /// <summary>All that stands on pages today.</summary>
    public async Task AreExplained(string when)
    {
        await Cases(when);
        await Waiting(when);
        await Teams(when);
        await People(when);
        await Lists(when);
    }

    /// <summary>Who is away today, and who waits because of it: what changes from day to day.</summary>
    public async Task OfTheDayAreExplained(string when)
    {
        await People(when);
        await Waiting(when);
    }

    private async Task Cases(string when)
    {
        var held = await council.Db(async db => await (
            from c in db.Cases
            where c.ClosedOn == null
            from a in db.Assignments.Where(a => a.CaseId == c.Id && a.ToOn == null)
            from w in db.Workers.Where(w => w.Id == a.WorkerId).DefaultIfEmpty()
            from t in db.Teams.Where(t => t.Id == a.TeamId).DefaultIfEmpty()
            select new { c.Reference, c.TypeCode, Team = t == null ? "" : t.Name, Worker = w == null ? "" : w.StaffNumber }).ToListAsync());
        Same(
            when, "open cases", books.Open.Select(c => $"{c.Reference} {c.Here!.Type} in {c.Here.Team} with {c.Here.Worker}"),
            held.Select(h => $"{h.Reference} {h.TypeCode} in {h.Team} with {h.Worker}"));
    }

    private async Task Waiting(string when)
    {
        var view = await council.Ask((WaitingDesk desk) => desk.Waiting(Director, null, null, default));
        Same(
            when, "waiting lists",
            books.Open.Select(c => (Case: c, List: books.Waits(c, Today))).Where(c => c.List.Length > 0)
                .Select(c => $"{c.Case.Reference} {c.List} {c.Case.Here!.Team}"),
            view.All.Select(w => $"{w.Reference} {w.List}{(w.Reason is { } why ? $" {why}" : "")} {w.Team}"));
    }

    private async Task Teams(string when)
    {
        var (expected, found, rows) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var team in books.Teams.Living)
        {
            var id = await council.Db(db => db.Teams.Where(t => t.Name == team.Name).Select(t => t.Id).SingleAsync());
            var view = (await council.Ask((TeamDesk desk) => desk.Team(id, Director, default)))!;
            found.AddRange(view.Members.Select(m => Invariant(
                $"{team.Name}: {m.Person.Worker.StaffNumber} share {m.Share:0.##} FTE {Fte(m.Person.Worker)} holds {m.Person.Load.Cases}")));
            found.Add($"{team.Name}: {view.Waiting.All.Count()} wait");
            var members = books.People.Where(p => p.IsHere && !p.HasLeft(Today) && p.TeamsOn(Today).Any(t => t.Team == team.Name))
                .ToList();
            expected.AddRange(members.Select(p => Invariant(
                $"{team.Name}: {p.Number} share {p.Teams.Single(t => t.Team == team.Name).Share:0.##} FTE {p.FteOn(Today):0.##} holds {books.Held(p.Number)}")));
            var waits = books.Open.Count(c => c.Here!.Team == team.Name && books.Waits(c, Today).Length > 0);
            expected.Add($"{team.Name}: {waits} wait");
            var staff = members.Where(p => !p.IsManager || books.Held(p.Number) > 0).ToList();
            var cases = staff.Sum(p => books.Open.Count(c => c.Here!.Worker == p.Number
                && (p.Teams.Count == 1 || c.Here.Team == team.Name || c.Here.Team.Length == 0)));
            rows.Add($"{team.Service}: {team.Name} {staff.Count} people {cases} cases {waits} wait");
        }

        Same(when, "teams", expected, found);
        var services = await council.Ask((ServiceDesk desk) => desk.All(Director, default));
        Same(
            when, "services", rows, services.Services.SelectMany(s => s.Teams.Select(t =>
                $"{s.Service}: {t.Team.Name} {t.People} people {t.Cases} cases {t.Waiting} wait")));
    }

    private async Task People(string when)
    {
        var lines = await council.Ask((PeopleDesk desk) => desk.People("", Director, default));
        var here = books.People.Where(p => p.IsHere && !p.HasLeft(Today)).ToList();
        Same(
            when, "people",
            here.Select(p => $"{p.Number} {p.Name} of {p.Employer} in {Names(p.TeamsOn(Today).Select(t => t.Team))} until {p.End:O}"),
            lines.Select(l => $"{l.Worker.StaffNumber} {l.Worker.Name} of {l.Worker.Employer} in {Names(l.Teams.Select(t => t.Name))}"
                + $" until {l.Worker.EndsOn:O}"));
        Same(
            when, "absences",
            here.SelectMany(p => p.Absences.Where(a => a.IsOn(Today)).Select(a => $"{p.Number} {a.Category} {a.From:O} to {a.To:O}")),
            lines.SelectMany(l => l.Absences.Select(a => $"{l.Worker.StaffNumber} {a.Category} {a.FromOn:O} to {a.ToOn:O}")));
    }

    private async Task Lists(string when)
    {
        var entered = await council.Entered();
        var marks = books.Cases.Where(c => c.Mark is not null).Select(c => (c.Reference, Mark: c.Mark!))
            .Concat(books.People.Where(p => p.Mark is not null).Select(p => (p.Name, p.Mark!)))
            .Concat(books.People.SelectMany(p => p.Absences.Where(a => a.Mark is not null).Select(a => (p.Name, a.Mark!))))
            .Select(m => (About: m.Item1, Mark: m.Item2));
        Same(
            when, "entered here", marks.Select(m => $"{m.Mark.Kind} {m.About}{(m.Mark.IsContested ? " contested" : "")}"),
            entered.Select(l => $"{l.Mark.Kind} {l.About}{(l.IsContested ? " contested" : "")}"));

        var toEnter = await council.Ask((ToEnterDesk desk) => desk.All(Director, default));
        Same(
            when, "to be entered",
            books.Open.Where(c => c.Decision is { IsEntered: false } d && d.Worker != d.Before[^1])
                .Select(c => $"{c.Reference} in {c.Here!.Team}: {c.Decision!.Worker} takes it{(c.Mark is { Kind: "CaseOpened" } ? ", new" : "")}"),
            toEnter.Select(l =>
                $"{l.Case.Reference} in {l.Team}: {string.Join(' ', l.Takes.Select(t => t.StaffNumber))} takes it{(l.IsNewThere ? ", new" : "")}"));

        var loads = Council.Good(await council.Ask((LoadDesk desk) => desk.Loads(null, Director, default)));
        Same(
            when, "loads",
            books.People.Where(p => p.IsHere && (!p.HasLeft(Today) || books.Held(p.Number) > 0))
                .Select(p => $"{p.Number} {books.Held(p.Number)}"),
            loads.People.Select(p => $"{p.Worker.StaffNumber} {p.Load.Cases}"));
    }

    /// <summary>What each person held on the day of each extract, in one line over the whole quarter.</summary>
    public async Task HistoryIsOneLine()
    {
        var workers = await council.Db(db => db.Workers.AsNoTracking().Select(w => new { w.Id, w.StaffNumber }).ToListAsync());
        var found = new List<string>();
        foreach (var worker in workers)
        {
            if (await council.Ask((PersonDesk desk) => desk.Person(worker.Id, Director, default)) is { } view)
                found.AddRange(view.Past.Select(s => $"{worker.StaffNumber} {s.AsOf:O} {s.Cases}"));
        }

        var all = workers.Select(w => w.StaffNumber).ToHashSet();
        Same(
            "the quarter", "history of loads",
            books.History.SelectMany(day => day.Value.Where(p => all.Contains(p.Key))
                .Select(p => $"{p.Key} {day.Key:O} {p.Value}")),
            found);
    }

    /// <summary>The line of a team that was made of others goes back behind the day on which it was made.</summary>
    public async Task LineGoesBack(string team, IReadOnlyList<string> before)
    {
        var id = await council.Db(db => db.Teams.Where(t => t.Name == team).Select(t => t.Id).SingleAsync());
        var view = (await council.Ask((FairnessDesk desk) => desk.Of(Director, id, null, default)))!;
        HashSet<string> names = [team, .. before];
        Same(
            "the quarter", $"line of {team}",
            books.TeamsThen.Select(day => $"{day.Key:O} {day.Value.Count(p => names.Contains(p.Value) && Counts(p.Key, day.Key))}"),
            view.Points.Select(p => $"{p.AsOf:O} {p.People + p.LeftOut}"));
        Assert.All(before, name => Assert.Contains(view.Past, p => p.Was.Any(w => w.Teams.Contains(name))));

        bool Counts(string number, DateOnly day) =>
            books.History[day].TryGetValue(number, out var held) && (held > 0 || !books.Person(number).IsManager);
    }

    private static string Names(IEnumerable<string> teams) => string.Join("; ", teams.Order(StringComparer.Ordinal));

    private string Fte(Worker worker) => worker.StartsOn > Today ? "0" : Invariant($"{worker.Fte ?? worker.Hours / 37m:0.##}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void Same(string when, string what, IEnumerable<string> expected, IEnumerable<string> found)
    {
        var (books, pages) = (expected.Order(StringComparer.Ordinal).ToList(), found.Order(StringComparer.Ordinal).ToList());
        if (books.SequenceEqual(pages)) return;
        var (missing, more) = (Less(books, pages), Less(pages, books));
        Assert.Fail($"{when}, {what}: {books.Count} by the books and {pages.Count} on the pages.\nBooks alone ({missing.Count}):\n  "
            + $"{string.Join("\n  ", missing.Take(12))}\nPages alone ({more.Count}):\n  {string.Join("\n  ", more.Take(12))}");
    }

    private static List<string> Less(IEnumerable<string> all, IEnumerable<string> those)
    {
        var left = all.ToList();
        foreach (var one in those) left.Remove(one);
        return left;
    }
}
