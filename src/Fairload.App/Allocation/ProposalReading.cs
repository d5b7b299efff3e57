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
/// <param name="Asked">The case as the rules ask about it.</param>
/// <param name="Entered">What was entered about it.</param>
internal sealed record ProposedItem(
    Case Case, PersonLoad? Now, Worker? From, IReadOnlyList<Rule> Rules, CaseAsked Asked, SupplementFacts Entered);

/// <summary>A case that a proposal has to place.</summary>
/// <param name="Team">Where it lies; null for at the door.</param>
/// <param name="From">Whose caseload it is spread from; null for one that waits.</param>
/// <param name="Beside">Who holds it beside them, and which part.</param>
internal sealed record ToPlace(
    Id<Case> CaseId, Id<Team>? Team, int? WorkingDays, Worker? From = null, HeldBeside? Beside = null)
{
    public static ToPlace Of(WaitingCase waits) => new(waits.CaseId, waits.TeamId, waits.WorkingDays);
}

/// <summary>A question for the solver with the people and cases that its numbers stand for.</summary>
/// <param name="Facts">The people once more, as the rules ask about them.</param>
/// <param name="LeftOut">Who was asked about and takes no part: their hours are not known, or they have no capacity.</param>
internal sealed record ProposalQuestion(
    Sharing Sharing, IReadOnlyList<PersonLoad> People, IReadOnlyList<ProposedItem> Items, IReadOnlyList<PersonAsked> Facts,
    IReadOnlyList<PersonLoad> LeftOut)
{
    /// <summary>What speaks for the first holder of this way, or against them.</summary>
    public KindSigns Signs(int item, int option) => Facts[Sharing.Items[item].Options[option].Holder].Signs(Items[item].Asked);


    /// <summary>How this person would hold the case, if it can be beside that one; -1 where no rule allows it at all.</summary>
    /// <param name="not">Who is refused for it in the meeting.</param>
    public int Way(int item, Id<Worker> worker, Id<Worker>? with, IReadOnlySet<Id<Worker>>? not = null) => Sharing.Items[item].Options
        .Index().Where(o => People[o.Item.Holder].Worker.Id == worker)
        .Where(o => not is null || o.Item.With < 0 || !not.Contains(People[o.Item.With].Worker.Id))
        .OrderByDescending(o => with is not null && o.Item.With >= 0 && People[o.Item.With].Worker.Id == with)
        .Select(o => o.Index).DefaultIfEmpty(-1).First();
}

/// <summary>What is otherwise on a copy than for the council.</summary>
/// <param name="OverFrom">Per cent of capacity that new work may not pass.</param>
/// <param name="TakesNothing">Who keeps what they hold and is given nothing.</param>
internal sealed record Otherwise(Weights Weights, decimal OverFrom, int? NewCasesAWeek, IReadOnlySet<Id<Worker>> TakesNothing);

/// <summary>Which cases that somebody holds may move.</summary>
/// <param name="MostMoves">How many of them; 0 for none.</param>
/// <param name="Whole">Cases for which everybody who may hold them is looked at.</param>
/// <param name="JustWhole">No others may.</param>
internal sealed record MayMove(int MostMoves, IReadOnlySet<Id<Case>> Whole, bool JustWhole = false)
{
    public static MayMove Nothing { get; } = UpTo(0);

    public static MayMove UpTo(int moves) => new(moves, new HashSet<Id<Case>>());
}

/// <summary>Reads people, their work and what waits, and has Core make a question of it: <see cref="WorkToShare"/>.</summary>
public sealed class ProposalReading(
    FairloadDb db, LoadReading loads, AskedReading asked, SupplementReading supplements, CaseloadSettings caseload,
    StatementSettings statements, KindSettings kinds, CouncilSettings settings)
{
    internal async Task<ProposalQuestion> Read(
        IQueryable<Worker> people, IReadOnlyList<ToPlace> toPlace, IReadOnlyDictionary<Id<Team>, Team> teams, MayMove move,
        DateOnly today, CancellationToken stop)
    {
        var asAgreed = new Otherwise(
            await caseload.WeightsOn(today, stop), settings.Limits.OverFrom, settings.Limits.NewCasesAWeek, new HashSet<Id<Worker>>());
        return await Read(await loads.Of(people, teams, today, asAgreed.Weights, stop), toPlace, teams, move, today, asAgreed, stop);
    }

    /// <summary>The same among given people, real or not, with other weights and limits: for what-ifs.</summary>
    internal async Task<ProposalQuestion> Read(
        IReadOnlyList<PersonLoad> people, IReadOnlyList<ToPlace> toPlace, IReadOnlyDictionary<Id<Team>, Team> teams, MayMove move,
        DateOnly today, Otherwise otherwise, CancellationToken stop)
    {
        var statement = await statements.On(today, stop);
        var facts = (await asked.Of(people, today, stop))
            .Select(p => p with { TakesNothing = otherwise.TakesNothing.Contains(p.Worker) }).ToList();
        var ids = toPlace.Select(w => w.CaseId).ToList();
        var waits = (await db.Cases.AsNoTracking().Where(c => ids.Contains(c.Id)).ToListAsync(stop)).ToDictionary(c => c.Id);
        var moved = move.MostMoves > 0 ? await Movable(people, ids.ToHashSet(), move, stop) : [];
        var about = About(ids, move);
        var (before, entered) = (await asked.HeldBefore(about, stop), await supplements.Of(about, stop));

        var places = toPlace.Where(w => waits.ContainsKey(w.CaseId)).ToList();
        var work = new WorkToShare(
            facts,
            [.. places.Select(p => new CaseToPlace(
                Asked(waits[p.CaseId], p.Team), p.Team is { } team ? teams[team].Service : "", p.Team, p.WorkingDays, p.Beside))],
            [.. moved.Select(m => new CaseThatStands(
                Asked(m.Case, m.Holder.Team?.Team.Id), m.Holder.Worker.Id, m.Holder.Team?.Team.Service ?? "", m.Holder.Team?.Team.Id))],
            move.MostMoves, statement, otherwise.Weights, new(otherwise.OverFrom / 100, otherwise.NewCasesAWeek),
            (await kinds.On(today, stop)).Weights)
        {
            LookedAtWhole = move.Whole,
        };
        var question = work.Question();
        return new(question.Sharing, [.. question.People.Select(p => people[p])], [.. question.Items.Select(Item)],
            [.. question.People.Select(p => facts[p])], [.. people.Where(p => !(p.Load.Capacity > 0))]);

        CaseAsked Asked(Case one, Id<Team>? lies) =>
            entered.Asked(one) with { HeldBefore = [.. before[one.Id]], LiesIn = lies is { } team ? [team] : [] };

        ProposedItem Item(ItemAsked item)
        {
            if (item.ToPlace < 0)
            {
                var (holder, held) = moved[item.Standing];
                return new(held, holder, holder.Worker, item.Rules, work.Standing[item.Standing].Case, entered.Of(held.Id));
            }

            var place = places[item.ToPlace];
            return new(
                waits[place.CaseId], null, place.From, item.Rules, work.ToPlace[item.ToPlace].Case, entered.Of(place.CaseId));
        }
    }

    // Very many ids make a slow question, and who held open cases before is not much more than that.
    private IQueryable<Id<Case>> About(List<Id<Case>> toPlace, MayMove move) =>
        (move.MostMoves > 0 ? db.Cases.Where(c => c.ClosedOn == null || toPlace.Contains(c.Id))
            : db.Cases.Where(c => toPlace.Contains(c.Id))).Select(c => c.Id);

    /// <summary>Cases that one person holds alone: what two share stays where it is, and what waits in somebody's name is to be placed
    /// anyway.</summary>
    private async Task<List<(PersonLoad Holder, Case Case)>> Movable(
        IReadOnlyList<PersonLoad> people, HashSet<Id<Case>> toPlace, MayMove move, CancellationToken stop)
    {
        var alone = people.SelectMany(p => p.Held, (person, held) => (Person: person, Held: held)).GroupBy(h => h.Held.CaseId)
            .Where(g => !toPlace.Contains(g.Key) && (!move.JustWhole || move.Whole.Contains(g.Key)))
            .Where(g => g.Count() == 1 && g.Single().Held.Share == 1).Select(g => g.Single()).ToList();
        var ids = people.Select(p => p.Worker.Id).ToList();
        var whole = move.Whole.ToList();
        var open = db.Cases.AsNoTracking().Where(c => c.ClosedOn == null);
        var some = move.JustWhole ? open.Where(c => whole.Contains(c.Id))
            : open.Where(c => db.Assignments.Any(a => a.CaseId == c.Id && a.ToOn == null && a.WorkerId != null
                && ids.Contains(a.WorkerId.Value)));
        var cases = (await some.ToListAsync(stop)).ToDictionary(c => c.Id);
        return [.. alone.Where(a => cases.ContainsKey(a.Held.CaseId)).Select(a => (a.Person, cases[a.Held.CaseId]))];
    }
}
