using Fairload.App.Caseload;
using Fairload.App.Store;
using Fairload.Core.Allocation;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Allocation;

/// <summary>A case in a proposal.</summary>
/// <param name="Now">Who holds it; null for one that waits.</param>
/// <param name="Rules">For each holder of the question how the rules let them hold it.</param>
internal sealed record ProposedItem(Case Case, string TypeCode, int? Tier, PersonLoad? Now, Rule[] Rules);

/// <summary>A question for the solver with the people and cases that its numbers stand for.</summary>
internal sealed record ProposalQuestion(Sharing Sharing, IReadOnlyList<PersonLoad> People, IReadOnlyList<ProposedItem> Items);

/// <summary>What is otherwise on a copy than for the council.</summary>
/// <param name="OverFrom">Per cent of capacity that new work may not pass.</param>
/// <param name="TakesNothing">Who keeps what they hold and is given nothing.</param>
internal sealed record Otherwise(Weights Weights, decimal OverFrom, int? NewCasesAWeek, IReadOnlySet<Id<Worker>> TakesNothing);

/// <summary>Turns people, their work and what waits into a question for the solver: the hard rules decide what is an option at
/// all.</summary>
public sealed class ProposalReading(
    FairloadDb db, LoadReading loads, CaseloadSettings caseload, StatementSettings statements, CouncilSettings settings)
{
    private const int Week = 7;
    private const int MostPartners = 4;
    private const long Stranger = 1;

    internal async Task<ProposalQuestion> Read(
        IQueryable<Worker> people, IReadOnlyList<WaitingCase> waiting, IReadOnlyDictionary<Id<Team>, Team> teams, int mostMoves,
        DateOnly today, CancellationToken stop)
    {
        var asAgreed = new Otherwise(
            await caseload.WeightsOn(today, stop), settings.Limits.OverFrom, settings.Limits.NewCasesAWeek, new HashSet<Id<Worker>>());
        return await Read(await loads.Of(people, today, stop), waiting, teams, mostMoves, today, asAgreed, stop);
    }

    /// <summary>The same among given people, real or not, with other weights and limits: for what-ifs.</summary>
    internal async Task<ProposalQuestion> Read(
        IReadOnlyList<PersonLoad> people, IReadOnlyList<WaitingCase> waiting, IReadOnlyDictionary<Id<Team>, Team> teams, int mostMoves,
        DateOnly today, Otherwise otherwise, CancellationToken stop)
    {
        var (weights, statement) = (otherwise.Weights, await statements.On(today, stop));
        var all = people.Where(p => p.Load.Capacity > 0).ToList();
        var facts = await Facts(all, today, stop);
        var ids = waiting.Select(w => w.CaseId).ToList();
        var cases = (await db.Cases.AsNoTracking().Where(c => ids.Contains(c.Id)).ToListAsync(stop)).ToDictionary(c => c.Id);
        var moved = mostMoves > 0 ? await Movable(all, stop) : [];

        var places = new Places(all);
        var items = new List<Item>();
        var shown = new List<ProposedItem>();
        foreach (var wait in waiting.Where(w => cases.ContainsKey(w.CaseId)))
        {
            var one = cases[wait.CaseId];
            var rules = Rules(one, wait.TeamId is { } team ? teams[team].Service : "", all, facts, places, statement);
            items.Add(new(Options(one, wait.Points, rules, all, facts, statement, weights, null).Options, Risk(one, wait.WorkingDays)));
            shown.Add(new(one, one.TypeCode, one.Tier, null, rules));
        }

        foreach (var (holder, one, points) in moved)
        {
            var rules = Rules(one, all[holder].Team?.Team.Service ?? "", all, facts, places, statement);
            var (options, now) = Options(one, points, rules, all, facts, statement, weights, holder);
            items.Add(new(options, 1, now));
            shown.Add(new(one, one.TypeCode, one.Tier, all[holder], rules));
        }

        var standing = moved.ToLookup(m => m.Holder, m => m.Points);
        var holders = all.Select((p, at) => new Holder(
            Grains(p.Load.Capacity!.Value), Math.Max(0, Grains(p.Load.Points) - standing[at].Sum(Grains)),
            Grains(p.Load.Capacity.Value * otherwise.OverFrom / 100),
            otherwise.TakesNothing.Contains(p.Worker.Id) ? 0
                : otherwise.NewCasesAWeek is { } limit ? Math.Max(0, limit - facts[at].NewThisWeek) : int.MaxValue));
        return new(new([.. holders], items, mostMoves), all, shown);
    }

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
        Case one, string service, List<PersonLoad> all, List<Candidate> facts, Places places, ReservedFunctions statement)
    {
        var work = new WorkAsked(one.TypeCode, one.Tier, one.InCourt);
        return
        [
            .. all.Select((person, at) => places.Belongs(person, service, one.Area)
                ? HardRules.For(facts[at], work, statement, new(null, null)) : Rule.OtherService),
        ];
    }

    /// <summary>Which services do work of children and which of adults, by the cases that their people hold.</summary>
    private sealed class Places(IReadOnlyList<PersonLoad> all)
    {
        private readonly ILookup<string, Area> _areas = all
            .SelectMany(p => p.Teams, (p, part) => (part.Team.Service, p.Held))
            .SelectMany(p => p.Held.Select(h => CaseType.Find(h.TypeCode)?.Area).OfType<Area>().Distinct(), (p, area) => (p.Service, area))
            .Distinct().ToLookup(p => p.Service, p => p.area);

        /// <summary>A case goes to people of its own service; one that lies in no team to people of any service of its area.</summary>
        public bool Belongs(PersonLoad person, string service, Area area) => service.Length > 0
            ? person.Teams.Any(t => t.Team.Service == service)
            : person.Teams.Any(t => _areas[t.Team.Service].Contains(area));
    }

    private static (List<Option> Options, int Now) Options(
        Case one, decimal points, Rule[] rules, List<PersonLoad> all, List<Candidate> facts, ReservedFunctions statement, Weights weights,
        int? holder)
    {
        var options = new List<Option>();
        var now = -1;
        var partners = Enumerable.Range(0, all.Count).Where(i => rules[i] == Rule.Alone)
            .OrderBy(i => all[i].Load.Points / all[i].Load.Capacity!.Value).Take(MostPartners).ToList();
        for (var i = 0; i < all.Count; i++)
        {
            if (i == holder)
            {
                now = options.Count;
                options.Add(new(i, Grains(points), 0));
            }
            else if (rules[i] == Rule.Alone)
            {
                options.Add(new(i, Grains(Beside(one, points, all[i], weights)), Cost(one, all[i])));
            }
            else if (rules[i] == Rule.Jointly)
            {
                foreach (var beside in partners)
                {
                    options.Add(new(
                        i, Grains(points * statement.JointPart), Cost(one, all[i]), beside, Grains(points * (1 - statement.JointPart))));
                }
            }
        }

        return (options, now);
    }

    private static long Cost(Case one, PersonLoad person) => HoldsSibling(one, person) ? 0 : Stranger;

    private static bool HoldsSibling(Case one, PersonLoad person) => one.Family.Length > 0 && person.Held.Any(h => h.Family == one.Family);

    /// <summary>Beside a brother or sister whom the person holds the case weighs what it really adds.</summary>
    private static decimal Beside(Case one, decimal points, PersonLoad person, Weights weights)
    {
        if (!HoldsSibling(one, person)) return points;
        var held = person.Held.Select(h => h.AsLoad).ToList();
        var more = new HeldCase(one.Id, one.TypeCode, one.Tier, one.Marks, 1);
        return CaseLoad.Of([.. held, more], weights).Sum(c => c.Points) - CaseLoad.Of(held, weights).Sum(c => c.Points);
    }

    /// <summary>Cases that one person holds alone: what two share stays where it is.</summary>
    private async Task<List<(int Holder, Case Case, decimal Points)>> Movable(List<PersonLoad> all, CancellationToken stop)
    {
        var ids = all.SelectMany(p => p.Held).GroupBy(h => h.CaseId).Where(g => g.Count() == 1 && g.Single().Share == 1).Select(g => g.Key)
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
