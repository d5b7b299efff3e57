using Fairload.App.Demo;
using Fairload.Core.Caseload;

namespace Fairload.App.Tests.Demo.Quarter;

/// <summary>
/// The books of the script: plain lists of what is open, who holds it, who is here and who is away. They are kept by the script itself and
/// never read from the program, which has to come to the same figures.
/// </summary>
internal sealed class Books
{
    private Books() { }

    public BookTeams Teams { get; } = new();
    public List<BookPerson> People { get; } = [];
    public List<BookCase> Cases { get; } = [];

    /// <summary>For each extract how many cases each person held, by staff number: what their history has to say.</summary>
    public SortedDictionary<DateOnly, Dictionary<string, int>> History { get; } = [];

    /// <summary>For each extract the main team of each person then.</summary>
    public SortedDictionary<DateOnly, Dictionary<string, string>> TeamsThen { get; } = [];

    public IEnumerable<BookCase> Open => Cases.Where(c => c.IsOpen);

    public BookPerson Person(string number) => People.Single(p => p.Number == number);

    public IReadOnlyList<string> TeamsOf(string number) =>
        number.Length == 0 ? [] : [.. Person(number).Teams.OrderByDescending(t => t.Share).Select(t => t.Team)];

    public int Held(string number) => Open.Count(c => c.Here!.Worker == number);

    /// <summary>The made-up council as its last extract tells of it.</summary>
    public static Books Of(DemoCouncil council)
    {
        var (books, day) = (new Books(), council.Dates.Third);
        foreach (var team in council.Teams.Where(t => t.From <= day && !(t.To < day)))
            books.Teams.All.Add(new(team.Name, team.Service, team.Employer));
        foreach (var worker in council.Workers.Where(w => w.Start <= day && !(w.End < day.AddYears(-1)))) books.People.Add(Of(worker, day));
        foreach (var one in council.Cases.Where(c => c.IsOpen(day) && c.Spells.Count > 0))
        {
            var held = one.HeldOn(day);
            books.Cases.Add(new(one.Reference, one.Area)
            {
                There = new(
                    one.TypeOn(day), one.Opened, held?.Team?.On(day).Name ?? "", held?.Worker?.StaffNumber ?? "", null,
                    held?.Worker is null ? null : held.From),
            });
        }

        // Two families of the made-up council can have one reference; a case system of one council can not.
        foreach (var twin in books.Cases.GroupBy(c => c.Reference).SelectMany(g => g.Skip(1)).ToList()) books.Cases.Remove(twin);
        return books;
    }

    /// <summary>On which list it waits and why, by the books; empty where somebody at work holds it.</summary>
    public string Waits(BookCase one, DateOnly day)
    {
        if (one.Here!.Worker.Length == 0) return nameof(WaitingList.NeverAllocated);
        var holder = Person(one.Here.Worker);
        if (holder.WhyNotAtWork(day) is { Length: > 0 } why) return $"{nameof(WaitingList.Phantom)} {why}";
        return holder.IsManager ? nameof(WaitingList.HeldByManager) : "";
    }

    /// <summary>Kept on the evening of each extract.</summary>
    public void Remember(DateOnly day)
    {
        History[day] = People.Where(p => p.IsHere && (!p.HasLeft(day) || Held(p.Number) > 0))
            .ToDictionary(p => p.Number, p => Held(p.Number));
        TeamsThen[day] = People.Where(p => p.IsHere).ToDictionary(p => p.Number, p => BookPerson.MainOf(p.TeamsOn(day)));
    }

    private static BookPerson Of(DemoWorker w, DateOnly day)
    {
        var employer = w.Team?.On(day).Employer ?? $"{DemoCouncil.Name} Council";
        var end = w.IsAgency || w.End <= day.AddDays(28) ? w.End : null;
        var person = new BookPerson
        {
            Number = w.StaffNumber,
            Name = w.Name,
            OtherNames = w.OtherNames,
            Role = w.Role,
            Level = w.Level,
            Service = w.Service,
            Kind = w.EmploymentType,
            Manager = w.Manager?.StaffNumber,
            Swe = w.SweNumber,
            Approvals = w.Approvals,
            Fte = w.Fte,
            FteThere = w.Fte,
            Hours = w.Hours,
            Start = w.Start,
            Asye = w.AsyeStart,
            EndThere = end,
            EmployerThere = employer,
            IsThere = true,
        };
        if (w.Team is { } first)
        {
            var shares = w.SecondTeam is { } second
                ? new[] { (first.On(day).Name, w.FirstShare), (second.On(day).Name, 1 - w.FirstShare) } : [(first.On(day).Name, 1m)];
            person.TeamsThere = [.. shares.GroupBy(s => s.Item1, s => s.Item2).Select(g => (g.Key, g.Sum()))];
        }

        foreach (var absence in w.Absences.Where(a => a.From <= day).DistinctBy(a => (a.From, a.To, a.Category)))
        {
            person.Absences.Add(
                new() { From = absence.From, To = absence.To, ToThere = absence.To, Category = absence.Category, IsThere = true });
        }

        return person;
    }
}
