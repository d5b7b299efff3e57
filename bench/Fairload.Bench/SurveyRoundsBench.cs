using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Fairload.Core.Disclosure;
using Fairload.Core.Surveys.Results;

namespace Fairload.Bench;

/// <summary>
/// Two rounds of a made-up council let out one after the other as the program does, for <c>bench/survey-attack</c>: what was shown, and who
/// was asked where. No answer and no number of ballots is written but those that were let out.
/// </summary>
internal static class SurveyRoundsBench
{
    private static readonly string[] Questions = ["role-group"];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static int Run(string[] args)
    {
        var (seed, to, isAlike) = (int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture), args[1], args.Contains("alike"));
        Directory.CreateDirectory(to);
        var council = MadeUpRounds.Of(seed, isAlike);
        var (first, second) = council.Both();
        var (one, firstOut, asked) = LetOut(council, "1", first, [], []);
        var (other, _, all) = LetOut(council, "2", second, asked, firstOut);
        Write(Path.Combine(to, "1.json"), Shown(one));
        Write(Path.Combine(to, "2.json"), Shown(other));
        Write(Path.Combine(to, "structure.json"), Structure(
            one.Floor, [.. MadeUpRounds.Asked.Items.Select(i => i.Code)], ["1", "2"],
            [council.Teams.Select((t, at) => ($"{at + 1}", t.Service)), council.Teams.Select((t, at) => ($"{at + 1}", t.Service))],
            all, [Bands(one), Bands(other)]));
        if (Groups(one) == 0 || Groups(other) == 0)
            throw new InvalidOperationException("Nothing was let out, so there is nothing to attack.");
        Console.WriteLine(
            $"seed={seed} asked={first.Count},{second.Count} groups-shown={Groups(one)},{Groups(other)} units-shown={Count(one)},{Count(other)}");
        return 0;
    }

    internal static Dictionary<string, string> Bands(RoundResult result) =>
        result.Lines.Where(l => l.Response != ResponseBand.NotKnown).ToDictionary(l => l.Key, l => l.Response.ToString());

    /// <summary>What the attacker knows without asking anybody: the staff list of both rounds, and which service a unit is of.</summary>
    internal static object Structure(
        int floor, IReadOnlyList<string> items, IReadOnlyList<string> rounds,
        IReadOnlyList<IEnumerable<(string Number, string Service)>> units,
        IReadOnlyList<PersonInRound> people, IReadOnlyList<Dictionary<string, string>> bands) => new
        {
            Floor = floor,
            Items = items,
            Questions,
            Rounds = rounds.Select((r, at) => new { Units = units[at].Select(u => new { u.Number, u.Service }), Response = bands[at] }),
            People = people.GroupBy(p => p.Person)
                .Select(p => rounds.Select(r => p.FirstOrDefault(x => x.Round == r)?.Cell).ToList())
                .GroupBy(cells => string.Join(" -> ", cells)).Select(same => new { Cells = same.First(), Count = same.Count() }),
        };

    internal static void Write(string file, object what) => File.WriteAllText(file, JsonSerializer.Serialize(what, Json));

    /// <summary>As <c>fairload results ROUND --json</c> tells it.</summary>
    internal static object Shown(RoundResult result) => new
    {
        result.Floor,
        Groups = result.Lines.Select(l => new
        {
            l.Key,
            l.Level,
            PartOf = l.Parent,
            l.Answered,
            l.Hidden,
            Items = l.Items.Select(i => new
            {
                i.Item,
                Shares = i.Shares.Select(s => new
                {
                    Percent = s.Value,
                    NotUnder = s.Value ?? (s.IsHigh ? 100 - s.End : 0),
                    NotOver = s.Value ?? (s.IsHigh ? 100 : s.End),
                }),
            }),
        }),
    };

    private static (RoundResult Result, IReadOnlyList<ReleasedGroup> Out, IReadOnlyList<PersonInRound> Asked) LetOut(
        MadeUpRounds council, string round, List<MadeUpRounds.Person> people, IReadOnlyList<PersonInRound> before,
        IReadOnlyList<ReleasedGroup> earlier)
    {
        var rule = DisclosureRule.Usual;
        var now = people.ConvertAll(p => new PersonInRound(p.Id, round, $"{p.Team + 1}|{p.Role}"));
        var structure = Made(RoundStructure.Of(
            round, council.Units(people), people.Select(p => p.Ballot).OfType<Core.Surveys.Ballot>(), Questions,
            [.. now.GroupBy(p => p.Cell).Select(c => new AskedInCell(c.Key, c.Count()))], rule));
        IReadOnlyList<PersonInRound> all = [.. before, .. now];
        var together = Made(Protection.Of(Made(AskedTogether.Of(all)), earlier, AskedTogether.Wanted(structure, now), rule));
        // As the desk does it: what is held back for the sake of other rounds is not wanted, and everything else is.
        var held = together.Groups.Where(g => !g.IsShown).Select(g => g.Group.Name).ToHashSet();
        var release = Made(Protection.Of(structure.Population, [], [.. structure.Wanted.Where(g => !held.Contains(g.Name))], rule));
        release = Made(CountProtection.Of(structure.Population, [], release, null, default));
        return (RoundResult.From(structure, release, new(MadeUpRounds.Asked), together), [.. earlier, .. together.Released], all);
    }

    private static int Groups(RoundResult result) => result.Lines.Count(l => l.Hidden is null);

    private static int Count(RoundResult result) => result.Lines.Count(l => l is { Level: ResultLevel.Unit, Hidden: null });

    private static T Made<T>(Core.Result<T> result) where T : notnull =>
        result.Try(out var value, out var problems) ? value : throw new InvalidOperationException(problems[0].Message);
}
