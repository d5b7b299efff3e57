using System.Text.Json;
using Fairload.App;
using Fairload.App.Demo;
using Fairload.App.Store;
using Fairload.App.Surveys;
using Fairload.App.Surveys.Rounds;
using Fairload.Core.Access;
using Fairload.Core.Surveys.Rounds;
using Fairload.Web.Serve;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fairload.Bench;

/// <summary>The pages of results of 5,000 ballots of 60 items from 120 units over HTTP, signed in, one request after another.</summary>
internal static class ResultPageBench
{
    public static async Task<int> Run(string[] args)
    {
        var engine = args.FirstOrDefault() ?? "sqlite";
        var folder = Directory.CreateTempSubdirectory("fairload-bench-").FullName;
        if (engine == "postgres") await BenchStore.UsePostgres(folder);
        if (!DataDirectory.Open(folder).Try(out var data, out var problems)) throw new InvalidOperationException(problems[0].Message);
        var council = DemoCouncil.From(1, DemoSize.Usual);
        await BenchCouncil.Fill(data, council);
        await using var site = await Site.Build(data, new MovedClock(TimeProvider.System, council.Today), PageBench.Quietly, default);
        await site.StartAsync();
        var round = await LetOut(site.Services, council.Today);
        using var browser = await PageBench.SignedIn(site.Urls.First(), "Principal");
        Console.WriteLine($"{engine}\n| What | Median | 95th | Range | Requests |\n|---|---|---|---|---|");
        await PageBench.Pages(browser, "Results of everybody", [$"/surveys/{round}/results"]);
        await PageBench.Pages(
            browser, "Results of a service",
            [.. Enumerable.Range(0, 12).Select(s => $"/surveys/{round}/results?group=service:Service {s:00}")]);
        await PageBench.Pages(browser, "Edition for the public", [$"/surveys/{round}/results?edition=public"]);
        await PageBench.Pages(browser, "Talk pack", [$"/surveys/{round}/talk"]);
        await site.StopAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    /// <summary>A round that was planned here gets the questionnaire and the results that were made up; no desk would open ballots that
    /// nobody sent.</summary>
    private static async Task<Id<SurveyRound>> LetOut(IServiceProvider services, DateOnly today)
    {
        await using var scope = services.CreateAsyncScope();
        var (asked, result) = ResultsBench.MadeUp();
        var plan = new RoundPlan("pulse", RoundMode.Kiosk, today, today.AddDays(1), 10, 20, [BackgroundQuestion.RoleGroup], "Ola Reed");
        var planned = await scope.ServiceProvider.GetRequiredService<RoundDesk>().Plan(plan, Reader.AtTheMachine, default);
        if (!planned.Try(out var round, out var problems)) throw new InvalidOperationException(problems[0].Message);
        var db = scope.ServiceProvider.GetRequiredService<FairloadDb>().Database;
        var (form, document) = (QuestionnaireDesk.Write(asked), JsonSerializer.Serialize(result));
        await db.ExecuteSqlAsync(
            $"update survey_round set document = {form}, state = 'Closed', opened_on = {today}, closed_on = {today}, closed_by = 'bench' where id = {round.Id.Value}");
        await db.ExecuteSqlAsync(
            $"insert into survey_result (round_id, document, floor, figures, released_by, released_on) values ({round.Id.Value}, {document}, 10, {result.Figures}, 'bench', {today})");
        return round.Id;
    }
}
