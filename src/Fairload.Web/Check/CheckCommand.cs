using System.CommandLine;
using Fairload.App.Check;
using Fairload.Web.Serve;

namespace Fairload.Web.Check;

/// <summary><c>fairload check</c>: every invariant of the stored data.</summary>
internal static class CheckCommand
{
    public static Command Check()
    {
        var (data, json) = (Words.Data(), Words.Json());
        var check = new Command("check", "Hold the stored data against everything that must always be true of them.") { data, json };
        check.SetAction((given, stop) => Words.Ask(
            given.GetValue(data)!, "check",
            async services =>
            {
                var invariants = await services.GetRequiredService<CheckDesk>().All(stop);
                if (given.GetValue(json)) await Words.Print(invariants);
                else foreach (var one in invariants) await Console.Out.WriteLineAsync(Line(one));
                return invariants.All(i => i.Holds) ? Words.IsDone : Words.YoursToPutRight;
            },
            stop));
        return check;
    }

    private static string Line(Invariant one) =>
        one.Holds ? $"holds   {one.Rule}" : $"BROKEN  {one.Rule}: {one.Count}, for instance {string.Join(", ", one.Broken)}";
}
