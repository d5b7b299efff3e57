using System.CommandLine;
using System.Globalization;
using Fairload.App.Surveys.Rounds;
using Fairload.Core.Access;
using Fairload.Core.Surveys.Rounds;
using Fairload.Web.Serve;
using Fairload.Web.Surveys.Results;

namespace Fairload.Web.Surveys.Rounds;

/// <summary><c>fairload round plan|open|close|status</c>.</summary>
internal static class RoundCommands
{
    private static readonly Reader Who = Reader.AtTheMachine;

    public static Command Round() => new("round", "Rounds of a survey: plan one, open it, close it, see how it stands.")
    {
        Plan(), Open(), Close(), ResultCommands.Release(), Status(),
    };

    private static Command Plan()
    {
        var questionnaire = Must("--questionnaire", "What is asked; see `fairload survey list`.", "ID");
        var mode = Must("--mode", "personal-codes, handed-out or kiosk.", "M");
        var opens = Must("--opens", "The first day, as 2026-11-16.", "D");
        var closes = Must("--closes", "The first day on which nobody can answer any more.", "D");
        var floor = new Option<int>("--floor") { Description = "Of fewer people nothing is shown.", HelpName = "N" };
        floor.DefaultValueFactory = _ => RoundPlan.UsualFloor;
        var comments = new Option<int?>("--comment-floor") { Description = "Of fewer people no comment is shown.", HelpName = "N" };
        var background = new Option<string[]>("--background") { HelpName = "Q" };
        background.Description = "Also asked: role-group, length-of-service, experience, contract.";
        var merge = new Option<string[]>("--merge") { HelpName = "TEAMS" };
        merge.Description = "Teams shown together, parted by semicolons; `suggested` for the best joins.";
        var safe = Must("--safe-person", "Whom those who answer can ask about the promise, and how.", "TEXT");
        var (data, json) = (Words.Data(), Words.Json());
        var plan = new Command("plan", "Plan a round. Nobody is invited.")
        {
            questionnaire, mode, opens, closes, floor, comments, background, merge, safe, data, json,
        };
        plan.SetAction((given, stop) => Words.Ask(
            given.GetValue(data)!, "round",
            async services =>
            {
                var asked = (given.GetValue(background) ?? []).Select(b => (Text: b, Question: QuestionOf(b))).ToList();
                var wrong = new List<Problem>();
                if (asked.FirstOrDefault(a => a.Question is null).Text is { } unknown)
                    wrong.Add(new("background", $"There is no background question {unknown}; give role-group, length-of-service, experience or contract"));
                if (ModeOf(given.GetValue(mode)!) is null)
                    wrong.Add(new("mode", $"There is no mode {given.GetValue(mode)}; give personal-codes, handed-out or kiosk"));
                foreach (var day in new[] { given.GetValue(opens)!, given.GetValue(closes)! }.Where(d => Day(d) is null))
                    wrong.Add(new("opens", $"{day} is no day; write it as 2026-11-16"));
                if (wrong.Count > 0) return await Words.Refused(wrong);

                var floors = given.GetValue(floor);
                var what = new RoundPlan(
                    given.GetValue(questionnaire)!, ModeOf(given.GetValue(mode)!), Day(given.GetValue(opens)!),
                    Day(given.GetValue(closes)!), floors, given.GetValue(comments) ?? Math.Max(floors, RoundPlan.UsualCommentFloor),
                    [.. asked.Select(a => a.Question!.Value).Distinct()], given.GetValue(safe)!);
                return await Planned(services, what, given.GetValue(merge) ?? [], given.GetValue(json), stop);
            },
            stop));
        return plan;
    }

    private static async Task<int> Planned(
        IServiceProvider services, RoundPlan what, IReadOnlyList<string> merges, bool json, CancellationToken stop)
    {
        var desk = services.GetRequiredService<RoundDesk>();
        var planned = await desk.Plan(what, Who, stop);
        if (planned.Try(out var round, out _) && merges.Count > 0)
        {
            planned = merges is ["suggested"] ? await desk.JoinAsSuggested(round.Id, Who, stop)
                : await desk.Join(round.Id, [.. merges.Select(Names)], Who, stop);
        }

        return await Told(services, planned, json, stop);
    }

    private static Command Open()
    {
        var site = Must("--site", "Where people reach the site, for the links in letters.", "URL");
        return One(
            "open", "Freeze who is asked and invite them.", [site],
            (desk, id, given, stop) => desk.Open(id, given.GetValue(site)!, Who, stop));
    }

    private static Command Close() =>
        One("close", "End a round: nobody can answer any more.", [], (desk, id, _, stop) => desk.Close(id, Who, stop));

    private static Command One(
        string word, string help, Option[] options,
        Func<OpeningDesk, Id<SurveyRound>, ParseResult, CancellationToken, Task<Result<SurveyRound>>> act)
    {
        var id = new Argument<string>("ID") { Description = "As round status names it." };
        var (data, json) = (Words.Data(), Words.Json());
        var command = new Command(word, help) { id, data, json };
        foreach (var option in options) command.Add(option);
        command.SetAction((given, stop) => Words.Ask(
            given.GetValue(data)!, "round",
            async services =>
            {
                var text = given.GetValue(id)!;
                if (!Id<SurveyRound>.TryParse(text, out var round)) return await Words.Refused([NoRound(text)]);
                var done = await act(services.GetRequiredService<OpeningDesk>(), round, given, stop);
                return await Told(services, done, given.GetValue(json), stop);
            },
            stop));
        return command;
    }

    private static Command Status()
    {
        var id = new Argument<string?>("ID") { Description = "One round; all without it.", Arity = ArgumentArity.ZeroOrOne };
        var (data, json) = (Words.Data(), Words.Json());
        var status = new Command("status", "Say how rounds stand. While one is open nothing of its answers is told.") { id, data, json };
        status.SetAction((given, stop) => Words.Ask(
            given.GetValue(data)!, "round",
            async services =>
            {
                var reading = services.GetRequiredService<RoundReading>();
                if (given.GetValue(id) is { } text)
                {
                    return Id<SurveyRound>.TryParse(text, out var round) && await reading.Show(round, Who, stop) is { } view
                        ? await Tell(view, given.GetValue(json)) : await Words.Refused([NoRound(text)]);
                }

                var lines = (await reading.All(Who, stop)).Rounds;
                if (given.GetValue(json)) await Words.Print(lines.Select(RoundJson.Of));
                else foreach (var line in lines) await Console.Out.WriteLineAsync(Line(line));
                return Words.IsDone;
            },
            stop));
        return status;
    }

    private static async Task<int> Told(IServiceProvider services, Result<SurveyRound> done, bool json, CancellationToken stop)
    {
        if (!done.Try(out var round, out var problems)) return await Words.Refused(problems);
        return await Tell((await services.GetRequiredService<RoundReading>().Show(round.Id, Who, stop))!, json);
    }

    private static async Task<int> Tell(RoundView view, bool json)
    {
        if (json)
        {
            await Words.Print(RoundJson.Of(view));
            return Words.IsDone;
        }

        await Console.Out.WriteLineAsync(Line(view.Line));
        if (view.Round.IsOfPeople)
        {
            await Console.Out.WriteLineAsync($"  people and carers, of whom nobody is listed; {view.Units.Count} teams; about {view.Effort.Minutes} minutes");
            return Words.IsDone;
        }

        await Console.Out.WriteLineAsync($"  {view.People} people, {view.Agency} from agency or bank, {view.Away} on long leave; about {view.Effort.Minutes} minutes");
        if (view.Before is { } before)
        {
            await Console.Out.WriteLineAsync($"  {before.All.Alone} would stand alone, {before.All.InSmall} in groups under the floor of {view.Round.Floor}");
            await Console.Out.WriteLineAsync($"  {before.Shown} of {before.People} in a team that is shown if {Crossing.UsualResponse} in 100 answer; {view.Suggested!.Shown} with the suggested joins");
        }

        return Words.IsDone;
    }

    private static string Line(RoundLine line) =>
        $"{line.Round.Id}  {line.Round.State.ToString().ToLowerInvariant(),-9} {line.Round.OpensOn:yyyy-MM-dd} to {line.Round.LastDay:yyyy-MM-dd}  {line.Name.En}";

    private static Problem NoRound(string id) => new("ID", $"There is no round {id}. See which there are with the round status command");

    private static Option<string> Must(string name, string says, string value) =>
        new(name) { Description = says, HelpName = value, Required = true };

    private static IReadOnlyList<string> Names(string teams) =>
        teams.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static BackgroundQuestion? QuestionOf(string text) =>
        Enum.GetValues<BackgroundQuestion>().Where(q => Background.Code(q) == text).Select(q => (BackgroundQuestion?)q).FirstOrDefault();

    private static RoundMode? ModeOf(string text) => text switch
    {
        "personal-codes" => RoundMode.PersonalCodes,
        "handed-out" => RoundMode.HandedOut,
        "kiosk" => RoundMode.Kiosk,
        _ => null,
    };

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
