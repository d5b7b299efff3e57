using Fairload.Core.Allocation;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;

namespace Fairload.Testing;

/// <summary>Who is to hold a case.</summary>
public sealed record Holding(Id<Case> Case, Id<Worker> First, Id<Worker>? Second);

/// <summary>What must never be done, in the words of the people who do the work.</summary>
public enum MustNot
{
    GiveToWhoManages, GiveToWhoIsNotAtWork, GiveToWhoIsAway, GiveAgainstAConflict, GiveToWhoMayNotHoldIt, GiveToWhoDoesNotSpeakIt,
    GiveWhereHoursAreNotKnown, GiveWhereThereIsNoCapacity, GiveMoreThanTheWeekAllows, PassTheCeiling, GiveToAnotherService,
    GiveToWhoHoldsIt, GiveAloneWhatIsOnlyJoint, MoveMoreThanAllowed, GiveTwice,
}

/// <summary>Hard rules looked at in an answer, written from their words and without anything of the engine.</summary>
public static class RulesByHand
{
    /// <summary>Of an answer to a question the cases that were given, to whom.</summary>
    public static IReadOnlyList<Holding> Given(WorkToShare work, SharingAsked question, IReadOnlyList<int> chosen)
    {
        var given = new List<Holding>();
        foreach (var (at, item) in question.Items.Index())
        {
            if (chosen[at] < 0 || chosen[at] == question.Sharing.Items[at].Now) continue;
            var option = question.Sharing.Items[at].Options[chosen[at]];
            var one = item.ToPlace >= 0 ? work.ToPlace[item.ToPlace].Case : work.Standing[item.Standing].Case;
            given.Add(new(one.Case, Who(option.Holder), option.With < 0 ? null : Who(option.With)));
        }

        return given;

        Id<Worker> Who(int holder) => work.People[question.People[holder]].Worker;
    }

    public static IReadOnlySet<MustNot> Broken(WorkToShare work, IReadOnlyList<Holding> given)
    {
        var broken = new HashSet<MustNot>();
        if (given.DistinctBy(g => g.Case).Count() < given.Count) broken.Add(MustNot.GiveTwice);
        if (given.Count(g => work.Standing.Any(s => s.Case.Case == g.Case)) > work.MostMoves) broken.Add(MustNot.MoveMoreThanAllowed);
        foreach (var one in given)
        {
            var (about, service) = About(work, one.Case);
            var first = Person(work, one.First);
            Look(first, about, service);
            if (one.Second is not { } second)
            {
                if (IsOnlyJoint(work, first, about)) broken.Add(MustNot.GiveAloneWhatIsOnlyJoint);
                continue;
            }

            Look(Person(work, second), about, service);
            if (IsOnlyJoint(work, Person(work, second), about)) broken.Add(MustNot.GiveAloneWhatIsOnlyJoint);
        }

        foreach (var person in work.People)
        {
            var comes = given.Count(g => g.First == person.Worker || g.Second == person.Worker);
            if (comes == 0) continue;
            if (work.Limits.NewCasesAWeek is { } week && person.NewThisWeek + comes > week) broken.Add(MustNot.GiveMoreThanTheWeekAllows);
            if (person.Capacity is null) broken.Add(MustNot.GiveWhereHoursAreNotKnown);
            if (person.Capacity <= 0) broken.Add(MustNot.GiveWhereThereIsNoCapacity);
            if (work.Limits.Ceiling is { } most && person.Capacity > 0 && After(work, person, given) > person.Capacity * most)
                broken.Add(MustNot.PassTheCeiling);
        }

        return broken;

        void Look(PersonAsked person, CaseAsked about, string service)
        {
            if (person.Qualifications.Contains("manager")) broken.Add(MustNot.GiveToWhoManages);
            if (!person.IsAtWork) broken.Add(MustNot.GiveToWhoIsNotAtWork);
            if (person.IsAwayAtFirstVisit) broken.Add(MustNot.GiveToWhoIsAway);
            if (about.Conflicts.Contains(person.Worker)) broken.Add(MustNot.GiveAgainstAConflict);
            if (!MayHold(work, person, about)) broken.Add(MustNot.GiveToWhoMayNotHoldIt);
            if (about is { Language.Length: > 0, LanguageIsMust: true } && !person.Languages.Contains(about.Language))
                broken.Add(MustNot.GiveToWhoDoesNotSpeakIt);
            if (!IsOfService(work, person, about, service)) broken.Add(MustNot.GiveToAnotherService);
            if (person.Held.Any(h => h.Case == about.Case)) broken.Add(MustNot.GiveToWhoHoldsIt);
        }
    }

    private static PersonAsked Person(WorkToShare work, Id<Worker> id) => work.People.Single(p => p.Worker == id);

    private static (CaseAsked Case, string Service) About(WorkToShare work, Id<Case> id) =>
        work.ToPlace.Where(p => p.Case.Case == id).Select(p => (p.Case, p.Service))
            .Concat(work.Standing.Where(s => s.Case.Case == id).Select(s => (s.Case, s.Service))).First();

    /// <summary>The first row that is for the work; what is not scored counts as tier 3.</summary>
    private static ReservedRow Row(WorkToShare work, CaseAsked about) => work.Statement.Rows.First(r =>
        (r.TypeCode == "*" || r.TypeCode == about.TypeCode) && (r.Tier is null || r.Tier == (about.Tier ?? 3)));

    private static bool MayHold(WorkToShare work, PersonAsked person, CaseAsked about) =>
        Row(work, about).MayHold is { Count: 0 } || Row(work, about).MayHold.Intersect(person.Qualifications).Any();

    private static bool IsOnlyJoint(WorkToShare work, PersonAsked person, CaseAsked about) =>
        Row(work, about).JointOnly.Intersect(person.Qualifications).Any()
        || (about.Marks.InCourt && work.Statement.Court.Intersect(person.Qualifications).Any());

    private static bool IsOfService(WorkToShare work, PersonAsked person, CaseAsked about, string service)
    {
        if (service.Length > 0) return person.Places.Any(p => p.Service == service);
        var theirs = person.Places.Select(p => p.Service).ToList();
        return work.People.Where(p => p.Capacity > 0 && p.Places.Any(x => theirs.Contains(x.Service))).SelectMany(p => p.Held)
            .Any(h => CaseType.Known.Any(t => t.Code == h.TypeCode && t.Area == about.Area));
    }

    /// <summary>The whole load when everything is done: of a family the heaviest counts in full and the others in part.</summary>
    private static decimal After(WorkToShare work, PersonAsked person, IReadOnlyList<Holding> given)
    {
        var held = person.Held.Select(h => (h.TypeCode, h.Tier, h.Marks, h.Share, h.Case)).ToList();
        var besides = person.Points - Sum(held);
        held.RemoveAll(h => given.Any(g => g.Case == h.Case));
        foreach (var one in given)
        {
            var (about, _) = About(work, one.Case);
            var joint = work.Statement.JointPart;
            var part = one.Second is null ? 1 : one.First == person.Worker ? joint : 1 - joint;
            if (one.First == person.Worker || one.Second == person.Worker)
                held.Add((about.TypeCode, about.Tier, about.Marks, part, one.Case));
        }

        return besides + Sum(held);

        decimal Sum(IReadOnlyList<(string Type, int? Tier, CaseMarks Marks, decimal Share, Id<Case> Case)> cases)
        {
            var sum = 0m;
            foreach (var family in cases.GroupBy(c => c.Marks.Family))
            {
                var inOrder = family.OrderByDescending(c => Base(c.Type, c.Tier) * c.Share)
                    .ThenByDescending(c => Base(c.Type, c.Tier)).ToList();
                foreach (var (at, one) in inOrder.Index())
                {
                    var full = at == 0 || family.Key.Length == 0;
                    var points = Base(one.Type, one.Tier) * (full ? 1 : work.Weights.NextSibling);
                    points += one.Marks.TravelBand.Length > 0 ? work.Weights.Travel[one.Marks.TravelBand] : 0;
                    points += one.Marks.InCourt ? work.Weights.Court : 0;
                    sum += points * one.Share;
                }
            }

            return sum;
        }

        decimal Base(string type, int? tier)
        {
            var row = work.Weights.Cases.TryGetValue(type, out var own) ? own : work.Weights.Cases["other"];
            return tier switch { 1 => row.Tier1, 2 => row.Tier2, 3 => row.Tier3, _ => row.Unscored };
        }
    }
}
