using Fairload.Core.Caseload;

namespace Fairload.App.Demo;

/// <summary>Plants, on purpose, what goes wrong in real extracts; <see cref="DemoPlanted"/> lists it.</summary>
internal sealed class DemoTraps(DemoSize size, DemoDice dice, DemoCouncil.Days days, DemoWorkforce workforce)
{
    private readonly Queue<DemoWorker> _free = new();

    /// <summary>How many of a trap: one, or one in a hundred people.</summary>
    private int Few => Math.Max(1, size.Workers / 100);

    /// <summary>People whose absence is planted come from teams that can bear it.</summary>
    private const int BigTeam = 7;

    public List<DemoNameVariant> Names { get; } = [];
    public List<IReadOnlyList<DemoWorker>> SameNames { get; } = [];
    public List<DemoWorker> UnmatchedNames { get; } = [];
    public List<DemoWorker> LeftBetween { get; } = [];
    public List<(DemoCase Before, DemoCase After)> Reopened { get; } = [];

    public void MarkPeople()
    {
        var holders = workforce.Workers.Where(w => w.HoldsCases && w.Qualified && w.Phantom is null && w.IsAtWork(days.First)
            && w.IsAtWork(days.Third)
            && w.Start < days.First.AddDays(-120)).ToList();
        dice.Shuffle(holders);
        foreach (var worker in holders) _free.Enqueue(worker);

        Phantoms();
        Hours();
        NamesInExtracts();
        Others();
    }

    private void Phantoms()
    {
        foreach (var worker in Take((Few + 1) / 2, w => !w.IsAgency && w.Team!.People.Count > BigTeam))
        {
            worker.Leaves(days.First.AddDays(-dice.Between(10, 30)));
            Phantom(worker, DemoPhantomReason.Left, worker.End!.Value);
        }

        foreach (var worker in Take((Few + 1) / 2, w => !w.IsAgency && w.Team!.People.Count > BigTeam))
        {
            worker.Leaves(days.Second.AddDays(-dice.Between(6, 15)));
            Phantom(worker, DemoPhantomReason.Left, worker.End!.Value);
            LeftBetween.Add(worker);
        }

        foreach (var worker in Take((Few + 1) / 2, w => w.IsAgency && w.Team!.People.Count > BigTeam))
        {
            worker.EmploymentType = "Agency";
            worker.Leaves(days.First.AddDays(-dice.Between(5, 25)));
            Phantom(worker, DemoPhantomReason.AgencyContractEnded, worker.End!.Value);
        }

        foreach (var worker in Take((Few + 1) / 2, w => !w.IsAgency && w.Team!.People.Count > BigTeam))
        {
            worker.Absences.Clear();
            worker.Absences.Add(new(days.First.AddDays(-dice.Between(40, 90)), null,
                dice.Pick(["Maternity", "Sickness", "Adoption leave"])));
            Phantom(worker, DemoPhantomReason.LongLeave, worker.Absences[0].From);
        }

        foreach (var worker in Take(Math.Max(1, Few / 2), w => !w.IsAgency && w.Team!.People.Count > BigTeam))
        {
            (worker.Fte, worker.Hours) = (0, 0);
            Phantom(worker, DemoPhantomReason.NoHours, days.First.AddDays(-20));
        }
    }

    private static void Phantom(DemoWorker worker, DemoPhantomReason reason, DateOnly from) =>
        (worker.Phantom, worker.PhantomFrom) = (reason, from);

    private void Hours()
    {
        foreach (var worker in Take(Few, _ => true)) (worker.Fte, worker.Hours) = (null, null);
        foreach (var worker in Take(Few, _ => true)) worker.Fte = null;
        foreach (var worker in Take(Few * 2, w => w.Fte == 1)) worker.Appetite = 1.55;
    }

    private void NamesInExtracts()
    {
        var grace = Take(1, w => !w.IsAgency)[0];
        grace.Name = "Grace Adeyemi";
        Write(grace, "in several ways", "Adeyemi, Grace", "GRACE ADEYEMI", "Grace  Adeyemi (Agency)", "Grace\u00A0Adeyemi");

        foreach (var worker in Take(Few, _ => true))
        {
            var given = worker.Name[..worker.Name.LastIndexOf(' ')];
            worker.OtherNames = $"{given} {workforce.Maiden()}";
            Write(worker, "under an earlier name", worker.OtherNames);
        }

        foreach (var worker in Take(Math.Max(1, Few / 2), w => !w.IsAgency))
        {
            // Two letters changed round, as happens when a name is typed.
            var letters = worker.Name.ToCharArray();
            for (var i = letters.Length - 2; i > 0; i--)
            {
                if (letters[i] == letters[i - 1] || !char.IsLower(letters[i]) || !char.IsLower(letters[i - 1])) continue;
                (letters[i], letters[i - 1]) = (letters[i - 1], letters[i]);
                break;
            }

            Write(worker, "misspelt", new string(letters));
            UnmatchedNames.Add(worker);
        }

        for (var pairs = Math.Max(1, Few / 4); pairs > 0; pairs--)
        {
            var one = Take(1, _ => true)[0];
            var other = Take(1, w => w.Team != one.Team)[0];
            other.Name = one.Name;
            (one.Written, other.Written) = ([one.Name], [one.Name]);
            SameNames.Add([one, other]);
        }
    }

    private void Write(DemoWorker worker, string how, params string[] written)
    {
        worker.Written = written;
        foreach (var name in written) Names.Add(new(worker.StaffNumber, worker.Name, name, how));
    }

    private void Others()
    {
        foreach (var worker in Take(Math.Max(1, Few / 2), w => w.Fte == 1))
        {
            var kin = workforce.Teams.Where(t => t != worker.Team && t.Successor is null && t.From < days.First)
                .OrderByDescending(t => t.Kind == worker.Team!.Kind).ThenBy(t => t.Index);
            worker.SecondTeam = kin.First();
            worker.FirstShare = dice.Pick([0.5m, 0.6m, 0.7m]);
            worker.SecondTeam.People.Add(worker);
        }

        var here = workforce.Workers.Where(w => w.IsAtWork(days.Third) && w.Phantom is null && w.SecondTeam is null).ToList();
        if (!here.Exists(w => w.IsNewlyQualified(days.Third))) Take(1, w => !w.IsAgency)[0].AsyeStart = days.First.AddDays(-100);
        if (!here.Exists(w => w.EmploymentType == "Bank")) Take(1, w => !w.IsAgency)[0].EmploymentType = "Bank";

        // Ordinary turnover in the eight weeks: these hand their cases over.
        var leaving = (int)Math.Max(1, size.Workers * DemoShape.TurnoverShare * 53 / 365);
        foreach (var worker in Take(leaving, w => !w.IsAgency && w.Team!.People.Count > BigTeam))
            worker.Leaves(days.First.AddDays(dice.Between(4, 50)));
    }

    /// <summary>The next people who are in no trap yet, those who fit first.</summary>
    private List<DemoWorker> Take(int count, Func<DemoWorker, bool> fits)
    {
        var taken = new List<DemoWorker>();
        var passed = new List<DemoWorker>();
        while (taken.Count < count && _free.TryDequeue(out var worker)) (fits(worker) ? taken : passed).Add(worker);
        while (taken.Count < count && passed.Count > 0)
        {
            taken.Add(passed[^1]);
            passed.RemoveAt(passed.Count - 1);
        }

        foreach (var worker in passed) _free.Enqueue(worker);
        return taken.Count > 0 ? taken : throw new InvalidOperationException("The made-up council is too small for its traps.");
    }

    /// <summary>Managers hold a few cases themselves, which is one of the three ways of waiting.</summary>
    public void GiveToManagers(List<DemoCase> cases, DemoDealer dealer, DateOnly on)
    {
        var open = cases.Where(c => c.IsOpen(on) && c.TypeOn(on) is "child-in-need" or "referral" or "adult-assessment" && c.IsOpen(on))
            .ToList();
        dice.Shuffle(open);
        foreach (var @case in open.Take(Math.Max(3, cases.Count / 150)))
        {
            var team = dealer.TeamFor(@case.Kind, on);
            DemoDealer.Give(@case, team, team.People[0], @case.StageSince(on), on);
        }
    }

    public void MarkCases(List<DemoCase> cases)
    {
        var many = Math.Max(2, size.ChildrensCases / 1_000);
        var open = cases.Where(c => c.Child is not null && c.IsOpen(days.First) && c.IsOpen(days.Third)).ToList();
        dice.Shuffle(open);

        // One trap a case, so that each can be seen alone.
        List<DemoCase> Pick(int count, Func<DemoCase, bool> fits)
        {
            var picked = open.Where(fits).Take(count).ToList();
            open.RemoveAll(picked.Contains);
            return picked;
        }

        bool Stays(DemoCase c, string type) => c.TypeOn(days.First) == type && c.TypeOn(days.Third) == type;
        foreach (var @case in Pick(many, c => Stays(c, "child-protection"))) @case.NotInList6 = true;
        foreach (var @case in Pick(many, c => Stays(c, "looked-after"))) @case.NotInList6 = true;
        foreach (var @case in Pick(many, c => Stays(c, "child-in-need"))) @case.TwiceInList6 = true;
        foreach (var @case in Pick(many, c => Stays(c, "child-in-need")))
            @case.ImpossibleDate = dice.Pick(["31/02/2026", "not known", "99/99/9999", "see file"]);
        foreach (var @case in Pick(many, c => Stays(c, "child-in-need") && c.HeldOn(days.Third)?.Team?.To < days.Third))
            @case.KeepsOldTeamName = true;

        foreach (var from in new[] { days.First, days.Second })
        {
            var gone = cases.Where(c => c.IsOpen(from) && c.ClosedOn > from && c.TypeOn(from) is "child-in-need" or "child-protection"
                && c.ClosedOn <= (from == days.First ? days.Second : days.Third)).ToList();
            dice.Shuffle(gone);
            foreach (var @case in gone.Where(c => c.IsOpen(from) && !c.NotInList6).Take(many)) @case.Vanishes = true;
        }

        Reopen(cases, many);
    }

    /// <summary>Closed after the first extract and open again before the last: a new case of the same child.</summary>
    private void Reopen(List<DemoCase> cases, int many)
    {
        var closed = cases.Where(c => c.Child is not null && !c.Vanishes && c.IsOpen(days.First) && c.ClosedOn <= days.Second
            && c.TypeOn(days.First) is "child-in-need").ToList();
        foreach (var before in closed.Take(many))
        {
            var on = DemoDays.WorkingDayOnOrBefore(days.Second.AddDays(dice.Between(4, 15)));
            var old = before.Child!;
            var child = new DemoChild
            {
                Gender = old.Gender,
                Ethnicity = old.Ethnicity,
                Born = old.Born,
                Disabled = old.Disabled,
                Asylum = old.Asylum,
                ReferralOn = on,
                ReferralSource = old.ReferralSource,
                EarlierReferrals = old.EarlierReferrals + 1,
                Need = old.Need,
                Abuse = old.Abuse,
            };
            var after = new DemoCase
            {
                Reference = before.Reference,
                Area = Area.Children,
                Opened = on,
                Child = child,
                Family = before.Family,
                Tier = before.Tier
            };
            after.Stages.Add(new(on, CaseType.Referral.Code));
            DemoCasebook.BeginAssessment(after, child, on.AddDays(1), 43);
            after.Kind = before.Kind;
            after.Spells.Add(before.Spells[^1] with { From = on });
            cases.Add(after);
            Reopened.Add((before, after));
        }
    }
}
