using Fairload.App.Caseload;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Allocation;

/// <summary>For whom a proposal is asked: one of the three.</summary>
/// <param name="MostMoves">How many cases that somebody holds may go to somebody else; 0 to share what waits alone.</param>
/// <param name="Steps">How long to search; the same steps and seed give the same proposal.</param>
/// <param name="TeamId">The team by its id instead of its name.</param>
public sealed record ProposalAsked(
    string? Team, string? Service, bool Council, int MostMoves, ulong Seed, long Steps, Id<Team>? TeamId = null);

/// <summary>A case and who would take it.</summary>
/// <param name="From">Who holds it now; null for one that waited.</param>
/// <param name="With">The second of two holders.</param>
/// <param name="Signs">What speaks for whoever would take it beside the load, or against them.</param>
public sealed record ProposedCase(Case Case, Worker? From, Worker To, Worker? With, KindSigns Signs, SupplementFacts Entered);

/// <summary>A case that goes on waiting.</summary>
/// <param name="Why">For each rule how many people it stands against; with room alone missing nobody is counted under a rule.</param>
/// <param name="Could">How many could hold it by the rules, if they had room.</param>
public sealed record LeftWaiting(Case Case, IReadOnlyDictionary<Rule, int> Why, int Could);

/// <summary>One person before and after.</summary>
public sealed record BeforeAfter(Worker Worker, Percent Before, Percent After);

/// <summary>People whom perfect sharing leaves equally loaded, and the cases that only they can hold.</summary>
public sealed record BlockView(Percent Share, IReadOnlyList<Worker> People, int Cases);

/// <summary>A proposal with what is proven about it. It decides nothing.</summary>
/// <param name="Bound">No sharing whatever leaves a lighter heaviest load than this.</param>
/// <param name="Gap">The largest part by which any sum of the heaviest loads stands above the perfect sharing's.</param>
public sealed record ProposalView(
    ProposalAsked Asked, DateOnly Today, IReadOnlyList<ProposedCase> Cases, IReadOnlyList<LeftWaiting> Left,
    IReadOnlyList<BeforeAfter> People, Percent? HeaviestBefore, Percent? HeaviestAfter, Percent? Bound, double Gap, double GapOfHeaviest,
    long RiskPlaced, long RiskBound, int Moves, IReadOnlyList<BlockView> Blocks, bool IsExact, long Steps);

/// <summary>What so many moves of cases that somebody holds would buy.</summary>
/// <param name="Heaviest">The heaviest load then.</param>
/// <param name="Bought">The part, 0 to 1, of all the evenness that the moves of the last point buy.</param>
/// <param name="Evenness">Jain's index, 0 to 1.</param>
public sealed record MovesView(int Moves, Percent Heaviest, double Bought, double Evenness);

/// <summary>Proposals for a team, a service or the council: what waits shared out as fairly as it can be, and proven so.</summary>
public sealed class ProposalDesk(FairloadDb db, ProposalReading reading, WaitingDesk waiting, TimeProvider clock)
{
    /// <summary>Refuses a team or service that the reader may not allocate for, and more than one of the three.</summary>
    public async Task<Result<ProposalView>> Propose(ProposalAsked asked, Reader reader, CancellationToken stop)
    {
        if (asked.MostMoves < 0) return new Problem("MostMoves", $"The most moves are 0 or more");
        if (!(await Question(asked, withWaiting: true, reader, stop)).Try(out var question, out var problems)) return problems.ToList();
        var shared = FairShare.Solve(question.Sharing, asked.Seed, new(asked.Steps), stop);
        return Told(asked, clock.UkToday, question, shared);
    }

    /// <summary>Moves against fairness among what people hold, without what waits: from no moves to as many as help.</summary>
    public Task<Result<MovesView[]>> Frontier(ProposalAsked asked, Reader reader, CancellationToken stop) =>
        Frontier(asked, reader, null, stop, stop);

    /// <param name="watch">Is told how far the search is.</param>
    /// <param name="enough">Ends the search with the moves that were tried so far.</param>
    internal async Task<Result<MovesView[]>> Frontier(
        ProposalAsked asked, Reader reader, SearchWatch? watch, CancellationToken stop, CancellationToken enough)
    {
        var all = asked with { MostMoves = int.MaxValue };
        if (!(await Question(all, withWaiting: false, reader, stop)).Try(out var question, out var problems)) return problems.ToList();
        if (question.People.Count == 0) return new Problem("", $"Nobody there has any capacity, so nothing can be shared");

        var points = Core.Allocation.Frontier.Of(question.Sharing, asked.Seed, new(asked.Steps, watch), enough);
        var (worst, best) = (points[0].Fairness.Phi, points[^1].Fairness.Phi);
        return points.Select(p => new MovesView(
            p.Moves, Of(p.Shares[0]), worst > best ? (worst - p.Fairness.Phi) / (worst - best) : 1, p.Fairness.Jain)).ToArray();
    }

    private async Task<Result<ProposalQuestion>> Question(ProposalAsked asked, bool withWaiting, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Allocate);
        var ofTeam = asked.Team is not null || asked.TeamId is not null;
        if (new[] { ofTeam, asked.Service is not null, asked.Council }.Count(given => given) != 1)
            return new Problem("", $"Name a team or a service, or ask for the whole council: one of the three");

        var today = clock.UkToday;
        var sight = reader.SightFor(Permission.Allocate);
        var all = await db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Id, stop);
        var teams = all.Values.Where(sight.SeesTeam)
            .Where(t => asked.Council || t.Id == asked.TeamId || t.Name == asked.Team || t.Service == asked.Service).ToList();
        if (teams.Count == 0)
        {
            return asked.Team is { } team ? new Problem("", $"There is no team {team} that you may allocate for")
                : new Problem("", $"There is no service {asked.Service} that you may allocate for");
        }

        var ids = teams.Select(t => t.Id).ToList();
        var waits = !withWaiting ? [] : asked.Council && sight.Everything ? await waiting.All(all, stop) : await waiting.In(ids, all, stop);
        return await reading.Read(
            MembersNow.Of(db, ids, today), [.. waits.Select(ToPlace.Of)], all, MayMove.UpTo(asked.MostMoves), today, stop);
    }

    internal static ProposalView Told(ProposalAsked asked, DateOnly today, ProposalQuestion question, Shared shared)
    {
        var after = question.Sharing.Holders.Select(h => h.Committed).ToArray();
        var cases = new List<ProposedCase>();
        var left = new List<LeftWaiting>();
        foreach (var (at, item) in question.Items.Index())
        {
            if (shared.Chosen[at] < 0)
            {
                left.Add(Left(item));
                continue;
            }

            var option = question.Sharing.Items[at].Options[shared.Chosen[at]];
            after[option.Holder] += option.Points;
            if (option.With >= 0) after[option.With] += option.WithPoints;
            if (question.Sharing.Items[at].Now == shared.Chosen[at]) continue;
            cases.Add(new(
                item.Case, item.Now?.Worker, question.People[option.Holder].Worker,
                option.With < 0 ? null : question.People[option.With].Worker, question.Signs(at, shared.Chosen[at]), item.Entered));
        }

        var people = question.People.Select((p, at) => new BeforeAfter(
            p.Worker, Percent.Of(p.Load.Points, p.Load.Capacity!.Value),
            Of(new(after[at], question.Sharing.Holders[at].Capacity)))).ToList();
        return new(
            asked, today, cases, left, people,
            people.Count == 0 ? null : new(people.Max(p => p.Before.Fraction)),
            shared.Shares.Count == 0 ? null : Of(shared.Shares[0]), shared.PerfectShares.Count == 0 ? null : Of(shared.PerfectShares[0]),
            shared.Gap, shared.GapOfHeaviest, shared.RiskPlaced, shared.RiskBound, shared.Moves,
            [
                .. shared.Blocks.Select(b => new BlockView(
                    Of(b.Share), [.. b.Holders.Select(h => question.People[h].Worker)], b.Items.Count)),
            ],
            shared.IsExact, shared.Steps);
    }

    private static LeftWaiting Left(ProposedItem item) => new(
        item.Case, item.Rules.Where(r => r is not (Rule.Alone or Rule.Jointly)).CountBy(r => r).ToDictionary(),
        item.Rules.Count(r => r is Rule.Alone or Rule.Jointly));

    private static Percent Of(Share share) => new((decimal)share.Load / share.Capacity);
}
