using System.CommandLine;
using Fairload.App.Disclosure;
using Fairload.Core.Access;
using Fairload.Core.Disclosure;
using Fairload.Web.Serve;

namespace Fairload.Web.Disclosure;

/// <summary><c>fairload disclosure protect</c> for tables of one's own, and <c>fairload disclosure audit</c> for all that was ever let
/// out.</summary>
internal static class DisclosureCommands
{
    public static Command Disclosure() =>
        new("disclosure", "Protect tables of counts, and prove that what was let out gives nobody away.") { Protect(), Audit() };

    private static Command Protect()
    {
        var table = new Argument<string>("TABLE.csv") { Description = "A column for each variable and one of counts; without one each line is a person." };
        var floor = new Option<int>("--floor")
        {
            Description = "The fewest people that a figure may be about.",
            DefaultValueFactory = _ => DisclosureRule.UsualFloor,
            HelpName = "N",
        };
        var hierarchy = new Option<string[]>("--hierarchy")
        {
            Description = "What lies under what: lines of child,parent.",
            HelpName = "COL=FILE",
        };
        var count = new Option<string?>("--count") { Description = "The column of counts.", HelpName = "COL" };
        var to = new Option<string?>("--out") { Description = "Write the protected table here.", HelpName = "FILE" };
        var (seconds, json) = (Seconds(), Words.Json());
        var protect = new Command("protect", "Hide in a table whatever would give a group under the floor away.")
        {
            table, floor, hierarchy, count, to, seconds, json,
        };
        protect.SetAction(async (given, stop) =>
        {
            var name = given.GetValue(table)!;
            var least = given.GetValue(floor);
            var comments = Math.Max(least, DisclosureRule.UsualCommentFloor);
            if (!DisclosureRule.Of(least, comments).Try(out var rule, out var problems)) return await Words.Refused(problems);
            var read = Read(name, f => CountsFile.Table(f, name, given.GetValue(count)));
            if (!read.Try(out var counts, out problems)) return await Words.Refused(problems);
            var named = Variables(counts, given.GetValue(hierarchy) ?? []);
            if (!named.Try(out var variables, out problems)) return await Words.Refused(problems);
            if (!Crossing.Of("table", variables, counts.Lines).Try(out var crossing, out problems)) return await Words.Refused(problems);
            var wanted = crossing.Groups.Select(g => g.Group).ToList();
            using var late = Late(given.GetValue(seconds), stop);
            var decided = Protection.Of(crossing.Population, [], wanted, rule);
            if (!decided.Try(out var release, out problems)) return await Words.Refused(problems);
            decided = CountProtection.Of(crossing.Population, [], release, null, late.Token);
            if (!decided.Try(out release, out problems)) return await Words.Refused(problems);
            if (!release.Proof.IsProvedByAll) return await Words.Refused([DisclosureDesk.NotProved(rule)]);

            var protectedTable = ProtectedTable.Of(counts.Variables, crossing, release);
            if (given.GetValue(to) is { } file && !Written(file, protectedTable).Try(out _, out problems))
                return await Words.Refused(problems);
            if (given.GetValue(json)) await Words.Print(protectedTable);
            else await Tell(protectedTable, given.GetValue(to) is null);
            return Words.IsDone;
        });
        return protect;
    }

    private static Command Audit()
    {
        var chain = new Option<string?>("--chain") { Description = "Only the releases about these people.", HelpName = "NAME" };
        var all = new Option<bool>("--all") { Description = "Every release there is; so it is too without a chain." };
        var steps = new Option<long>("--steps")
        {
            Description = "How many groups to look at before it counts as not proved.",
            DefaultValueFactory = _ => ProofEffort.Usual.StepsInAll,
            HelpName = "N",
        };
        var (seconds, data, json) = (Seconds(), Words.Data(), Words.Json());
        var audit = new Command("audit", "Hold everything that was ever let out against itself. Ends with 2 when any of it is not proved.")
        {
            chain, all, steps, seconds, data, json,
        };
        audit.SetAction((given, stop) => Words.Ask(
            given.GetValue(data)!, "disclosure audit",
            async services =>
            {
                var desk = services.GetRequiredService<DisclosureDesk>();
                var only = given.GetValue(all) ? null : given.GetValue(chain);
                using var late = Late(given.GetValue(seconds), stop);
                var most = given.GetValue(steps);
                var held = await InTime(only is null ? All(desk, most, late.Token) : One(desk, only, most, late.Token));
                if (!held.Try(out var audits, out var problems)) return await Words.Refused(problems);

                if (given.GetValue(json)) await Words.Print(audits);
                else foreach (var one in audits) await Console.Out.WriteLineAsync(Line(one));
                if (audits.Count == 0 && !given.GetValue(json)) await Console.Out.WriteLineAsync("Nothing was let out yet.");
                return audits.All(a => a.IsProved) ? Words.IsDone : Words.YoursToPutRight;
            },
            stop));
        return audit;
    }

    private static async Task<Result<List<ChainAudit>>> All(DisclosureDesk desk, long steps, CancellationToken stop)
    {
        var held = await desk.AuditAll(steps, Reader.AtTheMachine, stop);
        return held.Try(out var done, out var problems) ? done.Chains.ToList() : problems.ToList();
    }

    private static async Task<Result<List<ChainAudit>>> One(DisclosureDesk desk, string chain, long steps, CancellationToken stop)
    {
        if (await desk.Audit(chain, steps, stop) is not { } held) return new Problem("chain", $"Nothing was let out of {chain}.");
        return held.Try(out var done, out var problems) ? new List<ChainAudit> { done } : problems.ToList();
    }

    private static string Line(ChainAudit one) =>
        $"{one.Chain}: {one.Releases} releases, {one.Proof.Figures} groups, {(one.IsProved ? "proved" : "NOT PROVED")}";

    private static Option<int> Seconds() => new("--seconds")
    {
        Description = "How long to look for a proof. What is not proved by then is refused.",
        DefaultValueFactory = _ => 60,
        HelpName = "S",
    };

    private static CancellationTokenSource Late(int seconds, CancellationToken stop)
    {
        var late = CancellationTokenSource.CreateLinkedTokenSource(stop);
        // A timer of no time at all may go off only after the proof: then it would be let out in no time.
        if (seconds > 0) late.CancelAfter(TimeSpan.FromSeconds(seconds));
        else late.Cancel();
        return late;
    }

    /// <summary>What is not proved in time is refused.</summary>
    private static async Task<Result<List<ChainAudit>>> InTime(Task<Result<List<ChainAudit>>> audits)
    {
        try
        {
            return await audits;
        }
        catch (OperationCanceledException)
        {
            return new Problem("seconds", $"Not proved in time. Give more with --seconds");
        }
    }

    private static async Task Tell(ProtectedTable table, bool isWhole)
    {
        if (isWhole) foreach (var line in table.Lines()) await Console.Out.WriteLineAsync(line);
        await Console.Out.WriteLineAsync($"# {table.Shown} shown, {table.Hidden} hidden. {table.Says}");
    }

    private static Result<Hierarchy[]> Variables(CountsTable counts, string[] given)
    {
        var named = new Dictionary<string, Hierarchy>(StringComparer.Ordinal);
        foreach (var one in given)
        {
            var (column, file) = one.Split('=', 2) is [var before, var after] ? (before, after) : (one, "");
            if (!counts.Variables.Contains(column))
                return new Problem("hierarchy", $"--hierarchy {one}: write COLUMN=FILE with one of the columns {string.Join(", ", counts.Variables)}");
            if (!Read(file, f => CountsFile.Hierarchy(f, file, column)).Try(out var hierarchy, out var problems)) return problems.ToList();
            if (!named.TryAdd(column, hierarchy)) return new Problem("hierarchy", $"--hierarchy is given twice for {column}: give it once");
        }

        return counts.Variables.Select((v, i) => named.GetValueOrDefault(v) ?? Hierarchy.Flat(v, counts.Lines.Select(l => l.Values[i])
            .Where(value => value.Length > 0))).ToArray();
    }

    private static Result<T> Read<T>(string file, Func<Stream, Result<T>> read) where T : notnull
    {
        try
        {
            using var stream = File.OpenRead(file);
            return read(stream);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return new Problem("file", $"{file} can not be read: {e.Message}");
        }
    }

    private static Result<Done> Written(string file, ProtectedTable table)
    {
        try
        {
            File.WriteAllLines(file, table.Lines());
            return default(Done);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return new Problem("out", $"{file} can not be written: {e.Message}");
        }
    }
}
