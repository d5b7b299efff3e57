using Fairload.App.Tests.Imports;
using Fairload.App.Workforce.Reorganisations;
using Fairload.Core.Workforce;
using Fairload.Core.Workforce.Reorganisations;

namespace Fairload.App.Tests.Demo.Quarter;

/// <summary>What happens to people and teams.</summary>
internal sealed partial class Script
{
    private const string Trust = "Marlshire Care Trust";

    private readonly List<BookPerson> _leavers = [];
    private string _merged = "";
    private IReadOnlyList<string> _mergedOf = [];
    private int _absences;
    private int _starters;

    private async Task EnterStaff()
    {
        for (var i = 0; i < 3 && _absences < AllAbsences; i++) await AbsentOne((Week + i) % 5);
        if (Week == Weeks && _absences < AllAbsences) await AbsentOne(0);
        if (Week is 2 or 6 or 10) await StartOne(Week);
        if (Week is 3 or 5 or 8 or 11) await LeaveOne(Week);
        if (Week is 4 or 9) MoveOne();
    }

    private async Task AbsentOne(int fate)
    {
        var person = Pick(_books.People.Where(p => p.IsHere && p.IsThere && p.End is null
            && p.Absences.All(a => a.Mark is null && a.To < Today.AddDays(-1) && !(a.ToThere >= Today.AddDays(-1)))
            && _books.People.Count(other => other.Name == p.Name) == 1).ToList());
        var from = Today.AddDays(_dice.Next(0, 4));
        DateOnly? to = _dice.Next(5) switch { 0 => null, 1 => from.AddDays(40), var days => from.AddDays(days) };
        _absences++;
        if (fate == 4)
        {
            // HR knows of it before anybody here does.
            person.Absences.Add(new() { From = from, To = to, ToThere = to, Category = "Annual leave", IsThere = true });
            return;
        }

        var absence = await _hands.Absent(person, from, to, "Sickness");
        switch (fate)
        {
            case 0 or 1:
                absence.IsThere = true;
                break;
            case 2:
                (absence.IsThere, absence.ToThere) = (true, from.AddDays(50));
                Later(2, async () =>
                {
                    if (absence.Mark is { IsContested: true } mark) await _hands.Settle(mark, person.Name, Week % 2 == 0);
                });
                break;
            default:
                Later(3, async () =>
                {
                    if (absence.Mark is { IsContested: true } mark) await _hands.Settle(mark, person.Name, false);
                });
                break;
        }
    }

    private async Task StartOne(int week)
    {
        var team = week == 6 ? _merged : Pick(_books.Teams.Living.ToList()).Name;
        var person = await _hands.Start($"90{week:D2}", $"Nell Starling{(char)('a' + week)}", team, week == 10 ? 0.8m : 1m,
            week == 2 ? Today.AddDays(12) : Today);
        _starters++;

        // HR hears of one at once, of one three weeks later, and has other hours of the third.
        if (week == 6) Later(3, () => person.IsThere = true);
        else person.IsThere = true;
        if (week != 10) return;
        person.FteThere = 0.6m;
        Later(2, () => _hands.Settle(person.Mark!, person.Name, false));
    }

    private async Task LeaveOne(int week)
    {
        var person = Pick(_books.People.Where(p => p.IsHere && p.IsThere && p.End is null && !p.IsManager && p.Mark is null
            && _books.Held(p.Number) is > 3 and < 25 && p.Absences.All(a => a.To < Today)).ToList());
        await _hands.Leave(person, Today.AddDays(2));
        _leavers.Add(person);
        if (week != 8) person.EndThere = person.End;
        else Later(3, () => person.EndThere = person.End);
    }

    /// <summary>Somebody moves to another team, as the staff sheet says.</summary>
    private void MoveOne()
    {
        var person = Pick(_books.People.Where(p => p.IsHere && p.IsThere && p.End is null && p.Mark is null && p.TeamsThere.Count == 1)
            .ToList());
        person.TeamsThere = [(Pick(_books.Teams.Living.Where(t => t.Name != person.Main).ToList()).Name, 1)];
    }

    private async Task Reorganise()
    {
        switch (Week)
        {
            case 2: await PrepareTheMerger(); break;
            case 4: await Merge(); break;
            case 7: _extract.KnownNames.Add(_merged); break;
            case 9: await MoveAService(); break;
            case 11: await Rename(); break;
            case 12: await Split(); break;
            default: break;
        }
    }

    /// <summary>Prepared a fortnight ahead, and done by itself on its day.</summary>
    private async Task PrepareTheMerger()
    {
        _mergedOf = [.. _books.Teams.Living.Where(t => t.Service.Length > 0).Select(t => t.Name)
            .Order(StringComparer.Ordinal).Take(2)];
        _merged = "Marlgate Families Team";
        await Prepare(await Asked(ReorganisationKind.Merge, _mergedOf, [_merged], Today.AddDays(14)));
    }

    private async Task Merge()
    {
        var tended = await _council.Ask((ReorganisationDesk desk) => desk.Tend(default));
        Assert.Empty(tended.Held.SelectMany(h => h.Why.Select(p => p.Message)));
        Assert.Single(tended.Done);
        var first = _books.Teams.Of(_mergedOf[0]);
        _books.Teams.All.Add(new(_merged, first.Service, first.Employer));
        foreach (var name in _mergedOf) Ends(name, _merged);
        Follow((_, _) => _merged, _mergedOf);
    }

    private async Task MoveAService()
    {
        var service = _books.Teams.Living.Where(t => t.Name != _merged).OrderBy(t => t.Name, StringComparer.Ordinal).First().Service;
        var teams = _books.Teams.Living.Where(t => t.Service == service).ToList();
        var before = teams[0].Employer;
        await Do(new(ReorganisationKind.MoveService, Today, [], null, [], service, Trust, new Dictionary<Id<Worker>, int>()));
        foreach (var person in _books.People.Where(p => p.IsHere && !p.HasLeft(Today) && !p.IsAgency && p.Employer == before
            && p.Teams.Any(t => teams.Any(x => x.Name == t.Team))))
        {
            person.Employer = Trust;

            // HR hears of it two weeks later.
            Later(2, () => person.EmployerThere = Trust);
        }

        foreach (var team in teams) team.Employer = Trust;
        _taking.Moved = (before, Trust);
    }

    private async Task Rename()
    {
        var (before, after) = (_merged, "Marlgate Children and Families Team");
        await Do(await Asked(ReorganisationKind.Rename, [before], [after], Today));
        _books.Teams.Of(before).Name = after;
        _books.Teams.Becomes(before, after);
        Follow((_, _) => after, [before]);
        (_merged, _mergedOf) = (after, [.. _mergedOf, before]);
    }

    private async Task Split()
    {
        var team = _books.Teams.Living.Where(t => t.Name != _merged)
            .OrderByDescending(t => _books.People.Count(p => p.IsHere && p.Teams.Any(x => x.Team == t.Name))).ThenBy(t => t.Name).First();
        string[] names = [$"{team.Name} North", $"{team.Name} South"];
        var people = _books.People.Where(p => p.IsHere && !p.HasLeft(Today) && p.Teams.Any(t => t.Team == team.Name)).ToList();
        var south = people.Where((_, at) => at % 2 == 1).Select(p => p.Number).ToHashSet();
        var parts = new Dictionary<Id<Worker>, int>();
        foreach (var number in south) parts[(await _hands.Worker(number)).Id] = 1;
        await Do((await Asked(ReorganisationKind.Split, [team.Name], names, Today)) with { Parts = parts });
        foreach (var name in names) _books.Teams.All.Add(new(name, team.Service, team.Employer));
        Ends(team.Name, names);
        Follow((_, number) => south.Contains(number) ? names[1] : names[0], [team.Name]);
    }

    private void Ends(string name, params string[] after)
    {
        _books.Teams.Of(name).HasEnded = true;
        _books.Teams.Becomes(name, after);
    }

    /// <summary>People and open cases go to the team that follows; two shares of one team are one.</summary>
    private void Follow(Func<string, string, string> to, IReadOnlyList<string> from)
    {
        foreach (var person in _books.People)
        {
            person.Teams = [.. person.Teams.Select(t => (Team: from.Contains(t.Team) ? to(t.Team, person.Number) : t.Team, t.Share))
                .GroupBy(t => t.Team, t => t.Share).Select(g => (g.Key, g.Sum()))];
        }

        foreach (var one in _books.Open.Where(c => from.Contains(c.Here!.Team)))
            one.Here = one.Here! with { Team = to(one.Here.Team, one.Here.Worker) };
    }

    private async Task<ReorganisationAsked> Asked(ReorganisationKind kind, IReadOnlyList<string> from, string[] into, DateOnly on)
    {
        var ids = new List<Id<Team>>();
        foreach (var name in from) ids.Add(await _hands.Team(name));
        return new(kind, on, ids, null, into, "", "", new Dictionary<Id<Worker>, int>());
    }

    private async Task<Reorganisation> Prepare(ReorganisationAsked asked)
    {
        _council.Clock.Pass(TimeSpan.FromMinutes(1));
        return Council.Good(await _council.Ask((ReorganisationDesk desk) => desk.Prepare(asked, Hands.Principal, default)));
    }

    private async Task Do(ReorganisationAsked asked)
    {
        var one = await Prepare(asked);
        Council.Good(await _council.Ask((ReorganisationDesk desk) => desk.Apply(one.Id, one.Version, Hands.Principal, default)));
    }
}
