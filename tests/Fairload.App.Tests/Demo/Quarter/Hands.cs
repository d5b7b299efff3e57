using Fairload.App.Allocation;
using Fairload.App.Caseload;
using Fairload.App.Imports;
using Fairload.App.Tests.Imports;
using Fairload.App.Workforce;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Demo.Quarter;

/// <summary>What people of the script do by hand, by the desks that pages ask, each written into the books as it is done.</summary>
internal sealed class Hands(Council council, Books books)
{
    public static Reader Principal => Imports.ByHand.Principal;

    private DateOnly Today => council.Clock.UkToday;

    public async Task<BookCase> Open(string reference, Area area, string type, string team)
    {
        var id = await Team(team);
        Council.Good(await Ask((CaseEntryDesk desk) => desk.Open(new(reference, type, Today, id, null), Principal, default)));
        var one = new BookCase(reference, area)
        {
            Here = new(type, Today, team, ""),
            Mark = new("CaseOpened", type),
            IsTouched = true,
        };
        books.Cases.Add(one);
        return one;
    }

    public async Task Correct(BookCase one, string type)
    {
        var held = await Held(one);
        Council.Good(await Ask((CaseEntryDesk desk) => desk.Correct(held.Id, new(held.Version, type, held.StartedOn), Principal, default)));
        (one.Here, one.Mark, one.IsTouched) = (one.Here! with { Type = type }, new("CaseCorrected", type), true);
    }

    public async Task Close(BookCase one)
    {
        var held = await Held(one);
        Council.Good(await Ask((CaseEntryDesk desk) => desk.Close(held.Id, new(held.Version, Today, "moved away"), Principal, default)));
        (one.Here, one.Mark, one.IsTouched) = (one.Here! with { Closed = Today }, new("CaseClosed", $"{Today:O}"), true);
        one.Decision = null;
    }

    /// <summary>Gives a waiting case to the best of those whom the program suggests alone; false where it suggests nobody.</summary>
    public async Task<bool> Allocate(BookCase one)
    {
        var held = await Held(one);
        foreach (var wide in new[] { false, true })
        {
            if (await council.Ask((AllocationDesk desk) => desk.Case(held.Id, wide, Principal, default)) is not { } view)
                throw new InvalidOperationException($"{one.Reference} waits by the books and not by the program.");
            if (view.Answer.Best.FirstOrDefault(b => b.With is null) is not { } best) continue;
            Council.Good(await Ask((AllocationDesk desk) => desk.Decide(new(held.Id, best.Worker, "", "", wide), Principal, default)));
            var taker = books.Person(view.People[best.Worker].Worker.StaffNumber);
            var lies = one.Here!.Team;
            var before = one.Decision is { IsEntered: false } earlier
                ? [.. earlier.Before.Where(b => b != one.Here.Worker), one.Here.Worker] : new[] { one.Here.Worker };
            one.Decision = new(taker.Number, before);
            one.Here = one.Here with
            {
                Worker = taker.Number,
                Team = taker.Teams.Any(t => t.Team == lies) ? lies : taker.Main is { Length: > 0 } home ? home : lies,
            };
            one.IsTouched = true;
            return true;
        }

        return false;
    }

    public async Task<BookPerson> Start(string number, string name, string team, decimal fte, DateOnly from)
    {
        var written = new StarterWritten(
            number, name, "Social worker", await Team(team), fte.ToString(System.Globalization.CultureInfo.InvariantCulture), "Permanent",
            from, null, "");
        Council.Good(await Ask((StaffEntryDesk desk) => desk.Start(written, Principal, default)));
        var employer = books.Teams.Of(team).Employer;
        var person = new BookPerson
        {
            Number = number,
            Name = name,
            Role = "Social worker",
            Kind = "Permanent",
            Fte = fte,
            FteThere = fte,
            Start = from,
            TeamsFrom = from,
            Employer = employer,
            EmployerThere = employer,
            IsHere = true,
            Teams = [(team, 1)],
            TeamsThere = [(team, 1)],
            Mark = new("Starter", name),
        };
        books.People.Add(person);
        return person;
    }

    public async Task Leave(BookPerson person, DateOnly last)
    {
        var worker = await Worker(person.Number);
        Council.Good(await Ask((StaffEntryDesk desk) => desk.Leave(worker.Id, worker.Version, last, Principal, default)));
        (person.End, person.Mark) = (last, new("Leaver", $"{last:O}"));
    }

    public async Task<BookAbsence> Absent(BookPerson person, DateOnly from, DateOnly? to, string category)
    {
        var worker = await Worker(person.Number);
        var change = new DatedChange(null, "", new(category, from, to));
        Council.Good(await Ask((StaffEntryDesk desk) => desk.Absent(worker.Id, change, Principal, default)));
        var absence = new BookAbsence
        {
            From = from,
            To = to,
            ToThere = to,
            Category = category,
            IsHere = true,
            Mark = new("Absence", category),
        };
        person.Absences.Add(absence);
        return absence;
    }

    /// <summary>Settles what the last extract said otherwise: the words of the extract are read from the page, the answer is the
    /// script's.</summary>
    public async Task Settle(BookMark mark, string about, bool keepsOurs)
    {
        var line = (await council.Entered()).Single(l => l.About == about && l.Mark.Kind.ToString() == mark.Kind && l.IsContested);
        Council.Good(await Ask((EnteredDesk desk) => desk.Answer(line.Mark.Id, line.Mark.Theirs, keepsOurs, Principal, default)));
        mark.KeepsOurs = keepsOurs;
    }

    public Task<Id<Team>> Team(string name) => council.Db(db => db.Teams.Where(t => t.Name == name).Select(t => t.Id).SingleAsync());

    public Task<Worker> Worker(string number) => council.Db(db => db.Workers.AsNoTracking().SingleAsync(w => w.StaffNumber == number));

    private Task<Case> Held(BookCase one) => council.Db(db =>
        db.Cases.AsNoTracking().SingleAsync(c => c.Reference == one.Reference && c.Area == one.Area && c.ClosedOn == null));

    /// <summary>A minute passes with each thing that is done: no two are done at one moment.</summary>
    private Task<T> Ask<TDesk, T>(Func<TDesk, Task<T>> ask) where TDesk : notnull
    {
        council.Clock.Pass(TimeSpan.FromMinutes(1));
        return council.Ask(ask);
    }
}
