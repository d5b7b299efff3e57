using System.CommandLine;
using Fairload.App.Allocation;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Fairload.Web.Serve;

namespace Fairload.Web.Allocation;

/// <summary><c>fairload allocate</c> and <c>fairload frontier</c>: who should take what, and what moves would buy. They decide
/// nothing.</summary>
internal static class AllocationCommands
{
    private const long StepsASecond = 2_000_000;

    public static Command Allocate()
    {
        var reference = new Option<string?>("--case") { Description = "Who should take this case?", HelpName = "REF" };
        var team = new Option<string?>("--team") { Description = "Share out what waits in this team.", HelpName = "T" };
        var service = new Option<string?>("--service") { Description = "Share out what waits in this service.", HelpName = "S" };
        var council = new Option<bool>("--council") { Description = "Share out everything that waits." };
        var moves = new Option<int>("--max-moves") { Description = "Let so many cases that somebody holds be moved.", HelpName = "N" };
        var seconds = new Option<int>("--seconds")
        {
            Description = "About how long to search; the steps done are told and can be done again.",
            DefaultValueFactory = _ => 10,
            HelpName = "S",
        };
        var seed = new Option<ulong>("--seed") { Description = "Another seed finds other proposals of the same worth.", HelpName = "N" };
        var (data, json) = (Words.Data(), Words.Json());
        var allocate = new Command("allocate", "Suggest who should take a case, or share out what waits. It decides nothing.")
        {
            reference, team, service, council, moves, seconds, seed, data, json,
        };
        allocate.SetAction((given, stop) => Words.Ask(
            given.GetValue(data)!, "allocate",
            async services =>
            {
                var asked = new ProposalAsked(
                    given.GetValue(team), given.GetValue(service), given.GetValue(council), given.GetValue(moves), given.GetValue(seed),
                    given.GetValue(seconds) * StepsASecond);
                if (given.GetValue(reference) is not { } one) return await Propose(services, asked, given.GetValue(json), stop);
                return asked is { Team: null, Service: null, Council: false } ? await OneCase(services, one, given.GetValue(json), stop)
                    : await Words.Refused([new("case", $"Give one case or something to share out, not both.")]);
            },
            stop));
        return allocate;
    }

    public static Command Frontier()
    {
        var team = new Option<string?>("--team") { Description = "Among the people of this team.", HelpName = "T" };
        var service = new Option<string?>("--service") { Description = "Among the people of this service.", HelpName = "S" };
        var (data, json) = (Words.Data(), Words.Json());
        var frontier = new Command("frontier", "Say how much fairness so many moves of cases would buy.") { team, service, data, json };
        frontier.SetAction((given, stop) => Words.Ask(
            given.GetValue(data)!, "frontier",
            async services =>
            {
                var asked = new ProposalAsked(given.GetValue(team), given.GetValue(service), false, 0, 0, 10 * StepsASecond);
                var found = await services.GetRequiredService<ProposalDesk>().Frontier(asked, Reader.AtTheMachine, stop);
                if (!found.Try(out var points, out var problems)) return await Words.Refused(problems);
                if (given.GetValue(json))
                    await Words.Print(points.Select(p => new { p.Moves, heaviest = p.Heaviest.Value, p.Bought, p.Evenness }));
                else foreach (var point in points) await Console.Out.WriteLineAsync(ProposalLines.Says(point));
                return Words.IsDone;
            },
            stop));
        return frontier;
    }

    private static async Task<int> OneCase(IServiceProvider services, string asked, bool json, CancellationToken stop)
    {
        if (await services.GetRequiredService<AllocationDesk>().Case(asked, Reader.AtTheMachine, stop) is not { } view)
            return await Words.Refused([new("case", $"There is no case {asked} that waits. `fairload waiting` lists those that do.")]);

        if (json) await Words.Print(OneCaseJson.Of(view));
        else foreach (var line in Lines(view)) await Console.Out.WriteLineAsync(line);
        return Words.IsDone;
    }

    private static async Task<int> Propose(IServiceProvider services, ProposalAsked asked, bool json, CancellationToken stop)
    {
        var proposed = await services.GetRequiredService<ProposalDesk>().Propose(asked, Reader.AtTheMachine, stop);
        if (!proposed.Try(out var view, out var problems)) return await Words.Refused(problems);
        var listed = services.GetRequiredService<PracticeWords>();
        if (json) await Words.Print(ProposalJson.Of(view));
        else foreach (var line in ProposalLines.Of(view, listed)) await Console.Out.WriteLineAsync(line);
        return Words.IsDone;
    }

    private static IEnumerable<string> Lines(AllocateView view)
    {
        var T = new Catalogue(Language.English);
        foreach (var way in view.Answer.Best)
        {
            var (before, after) = (T.Percent(way.Before), T.Percent(way.After));
            yield return $"{AllocationWords.Name(view, way.Worker),-32} {before,6} → {after,-6} "
                + string.Join("; ", AllocationWords.Terms(T, way, view));
        }

        foreach (var refusal in view.Answer.Refused)
            yield return $"{AllocationWords.Name(view, refusal.Worker),-32} not: {AllocationWords.Why(T, refusal.Rule, view)}";
    }
}

/// <summary>One way to give a case, for programs. Loads in per cent, unrounded.</summary>
internal sealed record WayJson(Guid WorkerId, string Worker, Guid? WithId, string? With, decimal Before, decimal After, decimal? WithBefore,
    decimal? WithAfter, bool HeldBefore, bool HoldsSibling, IReadOnlyList<string> Signs, decimal HeaviestAfter)
{
    public static WayJson Of(CaseSuggestion way, AllocateView view) => new(
        way.Worker.Value, AllocationWords.Name(view, way.Worker), way.With?.Value,
        way.With is { } with ? AllocationWords.Name(view, with) : null,
        way.Before.Value, way.After.Value, way.WithBefore?.Value, way.WithAfter?.Value, way.HeldBefore, way.HoldsSibling,
        ProposalJson.Names(way.Signs), way.HeaviestAfter.Value);
}

/// <summary>Who could not take it, and the first rule that says so.</summary>
internal sealed record RefusalJson(Guid WorkerId, string Worker, Rule Rule);

/// <summary>The answer for one case, for programs.</summary>
internal sealed record OneCaseJson(Guid CaseId, string Reference, string Type, int? Tier, decimal Points, IReadOnlyList<WayJson> Suggested,
    IReadOnlyList<WayJson> Others, IReadOnlyList<RefusalJson> Refused, decimal? HeaviestIfItWaits, string Statement)
{
    public static OneCaseJson Of(AllocateView view) => new(
        view.Case.Id.Value, view.Case.Reference, CaseType.Shown(view.Case.TypeCode), view.Case.Tier, view.Points,
        [.. view.Answer.Best.Select(w => WayJson.Of(w, view))], [.. view.Answer.Others.Select(w => WayJson.Of(w, view))],
        [.. view.Answer.Refused.Select(r => new RefusalJson(r.Worker.Value, AllocationWords.Name(view, r.Worker), r.Rule))],
        view.Answer.HeaviestNow?.Value, view.Statement.Code);
}
