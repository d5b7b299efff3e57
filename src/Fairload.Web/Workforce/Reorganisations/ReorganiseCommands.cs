using System.CommandLine;
using Fairload.App.Workforce.Reorganisations;
using Fairload.Core.Access;
using Fairload.Core.Workforce.Reorganisations;
using Fairload.Web.Serve;

namespace Fairload.Web.Workforce.Reorganisations;

/// <summary><c>fairload reorganise list</c> and <c>fairload reorganise apply</c>.</summary>
internal static class ReorganiseCommands
{
    public static Command Reorganise() => new("reorganise", "Reorganisations of teams and services.") { List(), Apply() };

    private static Command List()
    {
        var (data, json) = (Words.Data(), Words.Json());
        var list = new Command("list", "What is prepared, done and taken back.") { data, json };
        list.SetAction((given, stop) => Words.Ask(
            given.GetValue(data)!, "reorganise list",
            async services =>
            {
                var all = await services.GetRequiredService<ReorganisationDesk>().All(Reader.AtTheMachine, stop);
                if (given.GetValue(json)) await Words.Print(all.Select(l => LineJson.Of(l.One, [])));
                else foreach (var line in all) await Console.Out.WriteLineAsync(Line(line.One));
                return Words.IsDone;
            },
            stop));
        return list;
    }

    private static Command Apply()
    {
        var (data, json) = (Words.Data(), Words.Json());
        var apply = new Command("apply", "Do the reorganisations whose day has come.") { data, json };
        apply.SetAction((given, stop) => Words.Ask(
            given.GetValue(data)!, "reorganise apply",
            async services =>
            {
                var tended = await services.GetRequiredService<ReorganisationDesk>().Tend(stop);
                await (given.GetValue(json)
                    ? Words.Print(new
                    {
                        done = tended.Done.Select(o => LineJson.Of(o, [])),
                        held = tended.Held.Select(h => LineJson.Of(h.One, h.Why)),
                    })
                    : Tell(tended));
                return tended.Held.Count > 0 ? await Words.Refused(tended.Held.SelectMany(h => h.Why)) : Words.IsDone;
            },
            stop));
        return apply;
    }

    private static async Task Tell(ReorganisationsTended tended)
    {
        if (tended.Done.Count + tended.Held.Count == 0) await Console.Out.WriteLineAsync("Nothing is due.");
        foreach (var one in tended.Done) await Console.Out.WriteLineAsync($"Done: {Line(one)}");
        foreach (var held in tended.Held) await Console.Out.WriteLineAsync($"Held up: {Line(held.One)}");
    }

    private static string Line(Reorganisation one) =>
        $"{one.DueOn:yyyy-MM-dd}  {one.State}  {ReorganisationWords.Title(new Catalogue(Language.English), one.Plan)}";

    private sealed record LineJson(
        string Id, ReorganisationKind Kind, DateOnly From, ReorganisationState State, IReadOnlyList<string> Teams,
            IReadOnlyList<string> Into,
        string? Employer, string PreparedBy, IReadOnlyList<string> Why)
    {
        public static LineJson Of(Reorganisation one, IReadOnlyList<Problem> why) => new(
            one.Id.ToString(), one.Plan.Kind, one.DueOn, one.State, [.. one.Plan.From.Select(f => f.Name)],
            [.. one.Plan.Into.Select(i => i.Name)], one.Plan.Employer.Length > 0 ? one.Plan.Employer : null, one.PreparedBy,
            [.. why.Select(p => p.Message)]);
    }
}
