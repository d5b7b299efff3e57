using Fairload.Core.Allocation;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;

namespace Fairload.Testing;

/// <summary>Made-up councils of a few people and cases in which every hard rule binds often, the same for a seed.</summary>
public static class RuledCouncils
{
    public const string Welsh = "Welsh";
    public const string Approval = "bia";
    private const string Near = "kt3";
    private const string Court = "court-work";

    private static readonly Id<Team>[] Teams = [Named<Team>(1, 1), Named<Team>(1, 2), Named<Team>(1, 3)];
    private static readonly string[] Services = ["Children", "Children", "Adults"];

    /// <summary>Every team of the council.</summary>
    public static IReadOnlyList<WorksIn> Places { get; } = [.. Teams.Zip(Services, (team, service) => new WorksIn(team, service))];

    private static readonly string[] Types =
        [CaseType.ChildProtection.Code, CaseType.ChildInNeed.Code, CaseType.LookedAfter.Code, CaseType.MentalCapacity.Code];

    public static WorkToShare From(int seed)
    {
        var random = new Random(seed);
        var people = new List<PersonAsked>();
        var standing = new List<CaseThatStands>();
        var weights = TheWeights;
        var count = random.Next(4, 8);
        for (var n = 0; n < count; n++) people.Add(Person(random, seed, n, standing, weights));
        var places = new List<CaseToPlace>();
        for (var n = random.Next(2, 6); n > 0; n--) places.Add(ToPlace(random, seed, n, people));
        return new(
            people, places, standing, random.Next(3) switch { 0 => 0, 1 => 1, _ => 3 }, Statement(random), weights,
            new(random.Next(5) == 0 ? null : random.Next(85, 125) / 100m, random.Next(3) == 0 ? null : random.Next(1, 4)),
            new(
                random.Next(4), random.Next(5), random.Next(3), random.Next(3), random.Next(6), random.Next(6), random.Next(3),
                random.Next(2), random.Next(2), random.Next(2)));
    }

    /// <summary>The same id in every run.</summary>
    private static Id<T> Named<T>(int kind, int number) where T : class =>
        new(new Guid(kind, 0, 0, [0, 0, 0, 0, .. BitConverter.GetBytes(number)]));

    private static PersonAsked Person(Random random, int seed, int n, List<CaseThatStands> standing, Weights weights)
    {
        var id = Named<Worker>(2, n);
        var place = Places[random.Next(5) switch { < 2 => 0, < 4 => 1, _ => 2 }];
        var are = new HashSet<string>();
        if (random.Next(6) > 0) are.Add(Qualifications.Registered);
        if (random.Next(5) == 0) are.Add(Qualifications.NewlyQualified);
        if (random.Next(3) == 0) are.Add(Approval);
        // One reason at most for each person, so that each of them is by itself what stands in the way.
        var reason = random.Next(24);
        if (reason < 2) are.Add(Qualifications.Manager);
        decimal? capacity = reason switch { 2 or 3 => null, 4 or 5 => 0, _ => 85m * random.Next(2, 5) / 4 };
        var held = new List<HeldCase>();
        for (var c = random.Next(5); c > 0; c--)
        {
            var one = Case(random, (seed * 100) + (n * 10) + c, 3);
            held.Add(one.Held(random.Next(6) == 0 ? 0.5m : 1));
            if (held[^1].Share == 1 && random.Next(2) == 0) standing.Add(new(one, id, place.Service, place.Team));
        }

        var points = held.Count == 0 ? 0 : CaseLoad.Of(held, weights).Sum(c => c.Points);
        return new(
            id, are, reason is not (6 or 7), reason is 8 or 9 or 10, capacity, points + random.Next(0, 40), random.Next(3), [place], held)
        {
            Languages = random.Next(3) > 0 ? [Welsh] : [],
            Localities = random.Next(3) == 0 ? [Near] : [],
            Skills = random.Next(3) == 0 ? [Court] : [],
            Goals = random.Next(4) == 0 ? [Court] : [],
            HadMostHeavy = random.Next(4) == 0,
        };
    }

    private static CaseToPlace ToPlace(Random random, int seed, int n, List<PersonAsked> people)
    {
        var one = Case(random, (seed * 100) + 90 + n, 4);
        var place = random.Next(8) == 0 ? null : Places[random.Next(5) switch { < 2 => 0, < 4 => 1, _ => 2 }];
        var (at, by) = (random.Next(people.Count), random.Next(people.Count));
        // Some stand in the name of somebody, who for whatever reason does not do the work.
        if (random.Next(2) == 0) people[at] = people[at] with { Held = [.. people[at].Held, one.Held(1)], Points = people[at].Points + 1 };
        var asked = one with
        {
            Conflicts = random.Next(3) == 0 ? [people[random.Next(people.Count)].Worker, people[by].Worker] : [],
            HeldBefore = random.Next(4) == 0 ? [people[by].Worker] : [],
            WishedFor = random.Next(4) == 0 ? people[by].Worker : null,
            WishedAway = random.Next(5) == 0 ? people[at].Worker : null,
            Locality = random.Next(3) == 0 ? Near : "",
        };
        return new(asked, place?.Service ?? "", place?.Team, random.Next(0, 60));
    }

    private static CaseAsked Case(Random random, int number, int families)
    {
        var type = Types[random.Next(Types.Length)];
        return new(
            Named<Case>(3, number), Area.Children, type, random.Next(4) is var tier and > 0 ? tier : null,
            new(random.Next(families) == 0 ? "family" : "", random.Next(4) == 0 ? "far" : "", random.Next(5) == 0))
        {
            Language = random.Next(3) == 0 ? Welsh : "",
            LanguageIsMust = random.Next(3) > 0,
            Wants = type == CaseType.ChildProtection.Code ? [Court] : [],
        };
    }

    private static ReservedFunctions Statement(Random random) => new(
        "small/1", "Small", "Nobody", new(2026, 1, 1), false,
        [
            new(CaseType.ChildProtection.Code, null, [Qualifications.Registered], [], [], [Qualifications.NewlyQualified]),
            new(CaseType.MentalCapacity.Code, null, [Approval], [], [], []),
            new(CaseType.LookedAfter.Code, 3, [Qualifications.Registered, Approval], [], [], [Qualifications.NewlyQualified]),
            new(ReservedFunctions.AnyType, null, [], [], [], []),
        ],
        [Qualifications.NewlyQualified], random.Next(1, 4) / 4m, 0.1m);

    private static Weights TheWeights { get; } = new(
        "small/1", "Small", "Nobody", new(2026, 1, 1), false,
        new Dictionary<string, CaseWeight>
        {
            [CaseType.ChildProtection.Code] = new(6, 9, 14, 10),
            [Weights.Other] = new(4, 7, 11, 8),
        },
        new Dictionary<string, decimal> { ["far"] = 1.5m }, 2.25m, 0.5m, new());
}
