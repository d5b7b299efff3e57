using System.Globalization;
using Fairload.App.Store;
using Fairload.App.Surveys.Results;
using Fairload.App;
using Fairload.Core.Access;
using Fairload.Core.Surveys.Results;
using Fairload.Core.Surveys.Rounds;
using Fairload.Core.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fairload.Bench;

/// <summary>Of two rounds in a database that were let out: who was asked where, by the staff list, for
/// <c>bench/survey-attack</c>.</summary>
internal static class SurveyStructureBench
{
    public static async Task<int> Run(string[] args)
    {
        if (!DataDirectory.Open(args[0]).Try(out var data, out var problems)) throw new InvalidOperationException(problems[0].Message);
        var ids = args[1..3].Select(a => Id<SurveyRound>.TryParse(a, out var id) ? id : throw new ArgumentException(a)).ToList();
        await using var services = new ServiceCollection().AddLogging().AddFairload(data, TimeProvider.System).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var (db, desk) = (scope.ServiceProvider.GetRequiredService<FairloadDb>(), scope.ServiceProvider.GetRequiredService<ResultDesk>());
        var (views, units, people) = (new List<ResultView>(), new List<IEnumerable<(string, string)>>(), new List<PersonInRound>());
        foreach (var id in ids)
        {
            views.Add(await desk.Show(id, Reader.AtTheMachine, default)
                ?? throw new InvalidOperationException($"Nothing was let out of {id}."));
            var of = await db.Set<RoundUnit>().Where(u => u.RoundId == id).ToDictionaryAsync(u => u.Id);
            units.Add([.. of.Values.Select(u => (u.Number.ToString(CultureInfo.InvariantCulture), u.Service))]);
            people.AddRange((await db.Set<RoundPerson>().Where(p => p.RoundId == id).ToListAsync()).ConvertAll(p =>
                new PersonInRound(
                    p.WorkerId.ToString(), id.ToString(),
                    string.Create(CultureInfo.InvariantCulture, $"{of[p.UnitId].Number}|{p.RoleGroup}"))));
        }

        if (views.Any(v => v.Round.Background is not [BackgroundQuestion.RoleGroup]))
            throw new InvalidOperationException("Only rounds that ask for the role alone.");
        SurveyRoundsBench.Write(args[3], SurveyRoundsBench.Structure(
            views[0].Result.Floor, [.. views[0].Asked.Items.Where(i => i.Kind is ItemKind.Scale or ItemKind.OneOf).Select(i => i.Code)],
            [.. ids.Select(i => i.ToString())], units, people, [.. views.Select(v => SurveyRoundsBench.Bands(v.Result))]));
        return 0;
    }
}
