using Fairload.App.Caseload;
using Fairload.App.Store;
using Fairload.Core.Allocation;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Allocation;

/// <summary>A case in a proposal.</summary>
/// <param name="Now">Who holds it; null for one that waits, for one in the name of somebody who is not at work, and for one that is spread
/// from somebody's caseload.</param>
/// <param name="From">From whom it goes; null for one that waits.</param>
/// <param name="Rules">For each holder of the question how the rules let them hold it.</param>
internal sealed record ProposedItem(Case Case, PersonLoad? Now, Worker? From, Rule[] Rules);

/// <summary>A case that a proposal has to place.</summary>
/// <param name="Team">Where it lies; null for at the door.</param>
/// <param name="From">Whose caseload it is spread from; null for one that waits.</param>
/// <param name="Beside">Who holds it beside them, and which part.</param>
internal sealed record ToPlace(
    Id<Case> CaseId, decimal Points, Id<Team>? Team, int? WorkingDays, Worker? From = null,
        (Id<Worker> Worker, decimal Share)? Beside = null)
{
    public static ToPlace Of(WaitingCase waits) => new(waits.CaseId, waits.Points, waits.TeamId, waits.WorkingDays);
}

/// <summary>A question for the solver with the people and cases that its numbers stand for.</summary>
internal sealed record ProposalQuestion(Sharing Sharing, IReadOnlyList<PersonLoad> People, IReadOnlyList<ProposedItem> Items)
{
    /// <summary>How this person would hold the case, if it can be beside that one; -1 where no rule allows it at all.</summary>
    public int Way(int item, Id<Worker> worker, Id<Worker>? with) => Sharing.Items[item].Options.Index()
        .Where(o => People[o.Item.Holder].Worker.Id == worker)
        .OrderByDescending(o => with is not null && o.Item.With >= 0 && People[o.Item.With].Worker.Id == with)
        .Select(o => o.Index).DefaultIfEmpty(-1).First();
}

/// <summary>What is otherwise on a copy than for the council.</summary>
/// <param name="OverFrom">Per cent of capacity that new work may not pass.</param>
/// <param name="TakesNothing">Who keeps what they hold and is given nothing.</param>
internal sealed record Otherwise(Weights Weights, decimal OverFrom, int? NewCasesAWeek, IReadOnlySet<Id<Worker>> TakesNothing);

/// <summary>Turns people, their work and what waits into a question for the solver: the hard rules decide what is an option at
/// all.</summary>
public sealed class ProposalReading(
    FairloadDb db, LoadReading loads, CaseloadSettings caseload, StatementSettings statements, KindSettings kinds, CouncilSettings settings)
{
    private const int Week = 7;
    private const int MostPartners = 4;

    internal async Task<ProposalQuestion> Read(
        IQueryable<Worker> people, IReadOnlyList<ToPlace> toPlace, IReadOnlyDictionary<Id<Team>, Team> teams, int mostMoves,
        DateOnly today, CancellationToken stop)
    {
        var asAgreed = new Otherwise(
            await caseload.WeightsOn(today, stop), settings.Limits.OverFrom, settings.Limits.NewCasesAWeek, new HashSet<Id<Worker>>());
        return await Read(await loads.Of(people, today, stop), toPlace, teams, mostMoves, today, asAgreed, stop);
    }

    /// <summary>The same among given people, real or not, with other weights and limits: for what-ifs.</summary>
    internal async Task<ProposalQuestion> Read(
        IReadOnlyList<PersonLoad> people, IReadOnlyList<ToPlace> toPlace, IReadOnlyDictionary<Id<Team>, Team> teams, int mostMoves,
        DateOnly today, Otherwise otherwise, CancellationToken stop)
    {
        var (weights, statement) = (otherwise.Weights, await statements.On(today, stop));
        var all = people.Where(p => p.Load.Capacity > 0).ToList();
        var facts = await Facts(all, today, stop);
        var ids = toPlace.Select(w => w.CaseId).ToList();
        var cases = (await db.Cases.AsNoTracking().Where(c => ids.Contains(c.Id)).ToListAsync(stop)).ToDictionary(c => c.Id);
        var moved = mostMoves > 0 ? await Movable(all, [.. ids], stop) : [];

        var known = await HeldBefore([.. ids, .. moved.Select(m => m.Case.Id)], stop);
        var (places, kind) = (new Places(all), (await kinds.On(today, stop)).Weights);
        var items = new List<Item>();
        var shown = new List<ProposedItem>();
        foreach (var place in toPlace.Where(w => cases.ContainsKey(w.CaseId)))
        {
            var one = cases[place.CaseId];
            var rules = Rules(one, place.Team is { } team ? teams[team].Service : "", all, facts, places, statement, place.Beside?.Worker);
            items.Add(new(Options(one, place, rules, null).Options, Risk(one, place.WorkingDays)));
            shown.Add(new(one, null, place.From, rules));
        }

        foreach (var (holder, one, points) in moved)
        {
            var rules = Rules(one, all[holder].Team?.Team.Service ?? "", all, facts, places, statement);
            var (options, now) = Options(one, new(one.Id, points, all[holder].Team?.Team.Id, null), rules, holder);
            items.Add(new(options, 1, now));
            shown.Add(new(one, all[holder], all[holder].Worker, rules));
        }

        var standing = moved.ToLookup(m => m.Holder, m => m.Points);
        var holders = all.Select((p, at) => new Holder(
            Grains(p.Load.Capacity!.Value), Math.Max(0, Grains(p.Load.Points) - standing[at].Sum(Grains)),
            Grains(p.Load.Capacity.Value * otherwise.OverFrom / 100),
            otherwise.TakesNothing.Contains(p.Worker.Id) ? 0
                : otherwise.NewCasesAWeek is { } limit ? Math.Max(0, limit - facts[at].NewThisWeek) : int.MaxValue));
        return new(new([.. holders], items, mostMoves), all, shown);

        (List<Option> Options, int Now) Options(Case one, ToPlace place, Rule[] rules, int? holder)
        {
            var options = new List<Option>();
            var now = -1;
            var partners = Partners(rules, all);
            for (var i = 0; i < all.Count; i++)
            {
                var cost = Cost(one, place.Team, i);
                if (i == holder)
                {
                    now = options.Count;
                    options.Add(new(i, Grains(place.Points), 0));
                }
                else if (rules[i] == Rule.Alone && place.Beside is { } beside && all[i].Worker.Id == beside.Worker)
                {
                    options.Add(new(i, Grains(place.Points * (1 - beside.Share)), 0));
                }
                else if (rules[i] == Rule.Alone)
                {
                    options.Add(new(i, Grains(places.HoldsSibling(i, one) ? BesideSibling(one, all[i], weights) : place.Points), cost));
                }
                else if (rules[i] == Rule.Jointly)
                {
                    foreach (var with in partners)
                    {
                        options.Add(new(
                            i, Grains(place.Points * statement.JointPart), cost, with, Grains(place.Points * (1 - statement.JointPart))));
                    }
                }
            }

            return (options, now);
        }

        long Cost(Case one, Id<Team>? team, int person) =>
            (places.HoldsSibling(person, one) ? 0 : kind.HoldsSibling)
            + (known.Contains((one.Id, all[person].Worker.Id)) ? 0 : kind.HeldBefore)
            + (all[person].Teams.Any(t => t.Team.Id == team) ? 0 : kind.SameTeam);
    }

    /// <summary>Those with most room, beside whom somebody who holds such work only jointly may hold it.</summary>
    private static List<int> Partners(Rule[] rules, List<PersonLoad> all) =>
    [
        .. Enumerable.Range(0, all.Count).Where(i => rules[i] == Rule.Alone)
            .OrderBy(i => all[i].Load.Points / all[i].Load.Capacity!.Value).Take(MostPartners),
    ];

    /// <summary>Who has held which of these cases and holds it no more.</summary>
    private async Task<HashSet<(Id<Case>, Id<Worker>)>> HeldBefore(List<Id<Case>> cases, CancellationToken stop) =>
    [
        .. (await db.Assignments.AsNoTracking().Where(a => a.ToOn != null && a.WorkerId != null && cases.Contains(a.CaseId))
            .Select(a => new { a.CaseId, Worker = a.WorkerId!.Value }).ToListAsync(stop)).Select(a => (a.CaseId, a.Worker)),
    ];

    internal static long Grains(decimal points) => (long)Math.Round(points * Sharing.GrainsAPoint, MidpointRounding.AwayFromZero);

    /// <summary>Tier 1, 2, 3 weigh 1, 2, 4 and what is not scored 4, enquiries and plans of child protection twice that; times the days
    /// waited and ten, at most a hundred.</summary>
    internal static long Risk(Case one, int? workingDays)
    {
        var tier = one.Tier switch { 1 => 1, 2 => 2, _ => 4 };
        var kind = one.TypeCode is "section-47" or "child-protection" or "safeguarding" ? 2 : 1;
        return (long)tier * kind * (10 + Math.Clamp(workingDays ?? 0, 0, 90));
    }

    private async Task<List<Candidate>> Facts(List<PersonLoad> all, DateOnly today, CancellationToken stop)
    {
        var visit = ReferenceData.Calendar(settings.Nation).AddWorkingDays(today, settings.Limits.FirstVisitDays)
            ?? today.AddDays(settings.Limits.FirstVisitDays);
        var away = (await db.Absences.AsNoTracking().Where(a => a.FromOn <= visit && (a.ToOn == null || a.ToOn >= visit))
            .Select(a => a.WorkerId).ToListAsync(stop)).ToHashSet();
        var came = await db.Assignments
            .Where(a => a.WorkerId != null && a.FromIsKnown && a.HeldSinceOn == a.FromOn && a.FromOn > today.AddDays(-Week))
            .GroupBy(a => a.WorkerId!.Value).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        return
        [
            .. all.Select(p => new Candidate(
                p.Worker.Id, Qualifications.Of(p.Worker, today), !p.Worker.HasLeft(today) && !p.Worker.HasNotStarted(today),
                away.Contains(p.Worker.Id), p.Load.Capacity, 0, 0, 0, 0, came.GetValueOrDefault(p.Worker.Id))),
        ];
    }

    // Ceilings are the solver's: here only what does not hang on what else is given.
    private static Rule[] Rules(
        Case one, string service, List<PersonLoad> all, List<Candidate> facts, Places places, ReservedFunctions statement,
        Id<Worker>? beside = null)
    {
        var work = new WorkAsked(one.TypeCode, one.Tier, one.InCourt);
        return
        [
            .. all.Select((person, at) => places.Belongs(person, service, one.Area)
                ? places.Holds(at, one.Id) && beside != person.Worker.Id ? Rule.HoldsItAlready
                    : HardRules.For(facts[at], work, statement, new(null, null))
                : Rule.OtherService),
        ];
    }

    /// <summary>Who holds what, and which services do work of children and which of adults, by the cases that their people hold.</summary>
    private sealed class Places(IReadOnlyList<PersonLoad> all)
    {
        private readonly HashSet<(int, Id<Case>)> _held = [.. all.SelectMany((p, at) => p.Held.Select(h => (at, h.CaseId)))];
        private readonly HashSet<(int, string)> _families =
            [.. all.SelectMany((p, at) => p.Held.Where(h => h.Family.Length > 0).Select(h => (at, h.Family)))];

        private readonly ILookup<string, Area> _areas = all
            .SelectMany(p => p.Teams, (p, part) => (part.Team.Service, p.Held))
            .SelectMany(p => p.Held.Select(h => CaseType.Find(h.TypeCode)?.Area).OfType<Area>().Distinct(), (p, area) => (p.Service, area))
            .Distinct().ToLookup(p => p.Service, p => p.area);

        public bool Holds(int person, Id<Case> one) => _held.Contains((person, one));

        public bool HoldsSibling(int person, Case one) => one.Family.Length > 0 && _families.Contains((person, one.Family));

        /// <summary>A case goes to people of its own service; one that lies in no team to people of any service of its area.</summary>
        public bool Belongs(PersonLoad person, string service, Area area) => service.Length > 0
            ? person.Teams.Any(t => t.Team.Service == service)
            : person.Teams.Any(t => _areas[t.Team.Service].Contains(area));
    }

    /// <summary>Beside a brother or sister whom the person holds the case weighs what it really adds.</summary>
    private static decimal BesideSibling(Case one, PersonLoad person, Weights weights)
    {
        var held = person.Held.Select(h => h.AsLoad).ToList();
        var more = new HeldCase(one.Id, one.TypeCode, one.Tier, one.Marks, 1);
        return CaseLoad.Of([.. held, more], weights).Sum(c => c.Points) - CaseLoad.Of(held, weights).Sum(c => c.Points);
    }

    /// <summary>Cases that one person holds alone: what two share stays where it is, and what waits in somebody's name is to be placed
    /// anyway.</summary>
    private async Task<List<(int Holder, Case Case, decimal Points)>> Movable(
        List<PersonLoad> all, HashSet<Id<Case>> toPlace, CancellationToken stop)
    {
        var ids = all.SelectMany(p => p.Held).GroupBy(h => h.CaseId)
            .Where(g => g.Count() == 1 && g.Single().Share == 1 && !toPlace.Contains(g.Key)).Select(g => g.Key)
            .ToHashSet();
        var holders = all.Select(p => p.Worker.Id).ToList();
        var cases = (await db.Cases.AsNoTracking()
            .Where(c => c.ClosedOn == null && db.Assignments.Where(a => a.ToOn == null && a.WorkerId != null
                && holders.Contains(a.WorkerId.Value)).Select(a => a.CaseId).Contains(c.Id)).ToListAsync(stop)).ToDictionary(c => c.Id);
        return
        [
            .. all.SelectMany((p, at) => p.Load.CaseLoads.Where(c => ids.Contains(c.Case) && cases.ContainsKey(c.Case))
                .Select(c => (at, cases[c.Case], c.Points))),
        ];
    }
}
