using System.Net;
using System.Text.RegularExpressions;
using Fairload.App.Backup;
using Fairload.Core.Access;
using Fairload.Web.Tests.Journeys;
using Fairload.Web.Tests.Routes;

namespace Fairload.Web.Tests.Backup;

[Collection(TheCouncil.Walked)]
public sealed partial class Pages_of_restored_data(TheCouncil council)
{
    /// <summary>Pages about accounts, sessions and the trail tell of the signing in itself.</summary>
    private static readonly string[] OfTheVisitor = ["/account", "/accounts", "/audit"];

    private static readonly Role?[] Roles =
        [Role.TeamManager, Role.PrincipalSocialWorker, Role.Director, Role.Analyst, Role.HumanResources];

    [Fact]
    public async Task Say_what_the_pages_said_from_which_they_were_restored()
    {
        var first = await council.Copy();
        var readers = new List<Visitor>();
        foreach (var role in Roles) readers.Add(await council.Play(first, role));
        var path = Path.Combine(Directory.CreateTempSubdirectory("fairload-backup-").FullName, "council.backup");
        var made = await first.Desk((BackupDesk desk) => desk.Make(path, default));
        Assert.True(made.Try(out var done, out var problems), problems?[0].Message);
        var folder = Path.Combine(Directory.CreateTempSubdirectory("fairload-restored-").FullName, "data");
        var restored = await RestoreDesk.Restore(path, folder, done.Fingerprint, default);
        Assert.True(restored.Try(out _, out problems), problems?[0].Message);
        await using var second = await Served.Start(folder,
            StoppedClock.At(council.Demo.Today.Year, council.Demo.Today.Month, council.Demo.Today.Day));

        var (asked, wrong) = (0, new List<string>());
        foreach (var who in readers)
        {
            using var here = first.Client(who);
            using var there = second.Client(await second.Again(who));
            foreach (var row in RouteTable.Rows.Where(r => !OfTheVisitor.Any(o => r.Pattern.StartsWith(o, StringComparison.Ordinal))))
            {
                var key = row.Kind == Kind.Nothing ? "" : council.Records.Of(row.Kind, Nearness.OwnTeam, who);
                if (row.Kind is Kind.Account || key is null) continue;
                var address = row.At(key);
                var (one, other) = (await Said(here, address), await Said(there, address));
                asked += one.Status == HttpStatusCode.OK ? 1 : 0;
                if (one != other) wrong.Add($"{who.Grants[0].Role} at {address}: {FirstDifference(one.Text, other.Text)}");
            }
        }

        Window.None(wrong);
        Assert.InRange(asked, 150, int.MaxValue);
    }

    private static string FirstDifference(string one, string other)
    {
        var at = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"{Around(one)} is {Around(other)}";

        string Around(string text) => text[Math.Max(0, at - 30)..Math.Min(text.Length, at + 60)].ReplaceLineEndings(" ");
    }

    private static async Task<(HttpStatusCode Status, string Text)> Said(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address);
        // A refusal carries a reference of its own each time.
        if (answer.StatusCode != HttpStatusCode.OK) return (answer.StatusCode, "");
        return (answer.StatusCode, Token().Replace(await answer.Content.ReadAsStringAsync(), ""));
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*>|<li>[^<]*: Grace Adeyemi[^<]*</li>|fault [0-9a-f-]+""")]
    private static partial Regex Token();
}
