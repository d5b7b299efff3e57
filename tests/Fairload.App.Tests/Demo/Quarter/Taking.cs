namespace Fairload.App.Tests.Demo.Quarter;

/// <summary>What the files of a day have to do to the books: said once more, in plain steps, beside the program.</summary>
internal sealed class Taking(Books books, Extract extract)
{
    /// <summary>Who employed a service, and who employs it since it moved.</summary>
    public (string Before, string Now)? Moved { get; set; }

    public void Cases(DateOnly day)
    {
        var shown = extract.Shown(day).ToHashSet();
        foreach (var one in books.Cases)
        {
            if (!shown.Contains(one)) NotShown(one, day);
            else if (one.There!.Closed is { } closed) Closed(one, closed);
            else Open(one);
        }

        extract.Written(day);
    }

    private void Open(BookCase one)
    {
        var there = one.There!;
        if (one.Here is not { } here)
        {
            one.Here = there with { Team = TeamOf(there, "") };
            return;
        }

        if (here.Closed is not null)
        {
            if (one.Mark!.Stays("open")) return;
            (one.Mark, one.Here) = (null, there with { Team = TeamOf(there, "") });
            return;
        }

        var (type, team) = (there.Type, TeamOf(there, here.Team));
        if (one.Mark is { } mark)
        {
            var same = there.Type == here.Type && (mark.Kind != "CaseOpened" || team == here.Team);
            if (same || !mark.Stays($"{there.Type} {(mark.Kind == "CaseOpened" && team != here.Team ? team : "")}"))
                one.Mark = null;
            else
                (type, team) = (here.Type, mark.Kind == "CaseOpened" ? here.Team : team);
        }

        if (one.Decision is { IsEntered: false } agreed)
        {
            // Who held it before still stands there: it has not been entered yet. A third was entered since, and counts.
            if (there.Worker != agreed.Worker && agreed.Before.Contains(there.Worker))
            {
                one.Here = here with { Type = type };
                return;
            }

            one.Decision = there.Worker == agreed.Worker ? agreed with { IsEntered = true } : null;
        }

        one.Here = here with { Type = type, Team = team, Worker = there.Worker };
    }

    private static void Closed(BookCase one, DateOnly closed)
    {
        if (one.Here is not { } here) return;
        if (here.Closed is null)
        {
            if (one.Mark is { Kind: "CaseOpened" } opened && opened.Stays($"closed {closed:O}")) return;
            (one.Mark, one.Decision, one.Here) = (null, null, here with { Closed = closed });
        }
        else if (one.Mark is { } mark)
        {
            if (closed == here.Closed) one.Mark = null;
            else if (!mark.Stays($"closed {closed:O}")) (one.Mark, one.Here) = (null, here with { Closed = closed });
        }
    }

    private static void NotShown(BookCase one, DateOnly day)
    {
        if (one is { Here.Closed: not null, Mark: not null }) one.Mark = null;
        if (one is not { Here: { Closed: null } here, Mark: { Kind: "CaseOpened" } mark } || mark.Stays("not shown")) return;
        (one.Mark, one.Decision, one.Here) = (null, null, here with { Closed = day });
    }

    private string TeamOf(CaseFacts there, string lies) => books.Teams.Now(there.Team, lies, books.TeamsOf(there.Worker));

    public void Staff(DateOnly day)
    {
        foreach (var person in books.People)
        {
            if (person.IsThere) Person(person);
            else if (person is { IsHere: true, Mark: { Kind: "Starter" } mark } && !mark.Stays("not shown")) person.Mark = null;
            foreach (var absence in person.Absences) Absence(person, absence, day);
        }
    }

    private void Person(BookPerson person)
    {
        var teams = person.TeamsThere.Select(t => (Team: books.Teams.Now(t.Team, Stands(person, t.Team), []), t.Share))
            .GroupBy(t => t.Team, t => t.Share).Select(g => (g.Key, g.Sum())).ToList();
        if (!person.IsHere)
        {
            (person.IsHere, person.Teams, person.End, person.Employer) = (true, teams, person.EndThere, person.EmployerThere);
            return;
        }

        if (person.Mark is { Kind: "Starter" } starter)
        {
            var same = person.FteThere == person.Fte && teams.Select(t => t.Key).SequenceEqual(person.Teams.Select(t => t.Team));
            if (same || !starter.Stays($"{person.FteThere}")) person.Mark = null;
            else teams = [.. person.Teams];
        }

        if (person.Mark is null) person.Fte = person.FteThere;
        person.Teams = teams;
        if (person.Mark is { Kind: "Leaver" } leaver)
        {
            if (person.EndThere == person.End || !leaver.Stays($"last day {person.EndThere:O}")) person.Mark = null;
        }

        if (person.Mark is not { Kind: "Leaver" }) person.End = person.EndThere;
        // Of somebody whom the sheet shows in a team that did not move, it knows the employer.
        var isLate = Moved is { } moved && person.EmployerThere == moved.Before && person.Employer == moved.Now
            && teams.Any(t => books.Teams.Of(t.Key).Employer == moved.Now);
        if (!isLate) person.Employer = person.EmployerThere;
    }

    /// <summary>Where a team was split, the part in which the person is.</summary>
    private string Stands(BookPerson person, string team) =>
        books.Teams.Now(team).FirstOrDefault(t => person.Teams.Any(m => m.Team == t)) ?? "";

    private static void Absence(BookPerson person, BookAbsence absence, DateOnly day)
    {
        if (absence.IsThere && (!absence.IsHere || absence.ToThere == absence.To))
        {
            if (!person.IsThere) return;
            (absence.IsHere, absence.To, absence.Mark) = (true, absence.ToThere, null);
            return;
        }

        // What is over stays as it was entered, where the sheet does not tell of it otherwise.
        if (!absence.IsHere || (absence.To < day && !absence.IsThere) || absence.Mark is not { } mark) return;
        if (mark.Stays(absence.IsThere ? $"to {absence.ToThere:O}" : "not shown")) return;
        (absence.Mark, absence.IsHere, absence.To) = (null, absence.IsThere, absence.ToThere);
    }
}
