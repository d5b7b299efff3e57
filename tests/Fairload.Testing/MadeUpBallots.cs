using System.Globalization;
using System.Text.Json;
using Fairload.App.Store;
using Fairload.Core.Surveys;

namespace Fairload.Testing;

/// <summary>A data directory on one engine, codes, and ballots each of which can be told from all others.</summary>
public static class MadeUpBallots
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private const string Signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>A directory of its own, on a database of its own.</summary>
    public static async Task<DataDirectory> Data(string engine)
    {
        var folder = Directory.CreateTempSubdirectory("fairload-ballots-").FullName;
        var settings = engine == "postgres" ? new CouncilSettings { Engine = engine, Connection = await Engines.NewPostgres() } : new();
        await File.WriteAllTextAsync(
            Path.Combine(folder, "fairload.json"), JsonSerializer.Serialize(settings, Json));
        return Open(folder);
    }

    public static DataDirectory Open(string folder) => DataDirectory.Open(folder).Try(out var data, out var problems) ? data
        : throw new InvalidOperationException(problems[0].Message);

    public static string Code(int person) =>
        string.Concat(Enumerable.Range(0, 16).Select(i => Signs[Math.Abs(HashCode(person, i)) % Signs.Length]));

    /// <summary>As a page would make it, but the same for the same person and tab.</summary>
    public static string Nonce(int person, int tab = 0) =>
        string.Create(CultureInfo.InvariantCulture, $"page-{tab:D4}-of-person-{person:D9}-xyz");

    /// <summary>45 items; the number among them and the words name whose it is.</summary>
    public static Ballot Of(int person, string unit = "riverside")
    {
        var answers = Enumerable.Range(1, 43).ToDictionary(
            i => $"W{i:D2}", BallotAnswer (i) => new BallotAnswer.Chosen(1 + (Math.Abs(HashCode(person, i)) % 5)));
        answers["N1"] = new BallotAnswer.Counted(person);
        answers["T1"] = new BallotAnswer.Said(Words(person));
        return new(answers, new Dictionary<string, string> { ["unit"] = unit });
    }

    public static string Words(int person) => string.Create(CultureInfo.InvariantCulture, $"What person {person:D6} would change first.");

    private static int HashCode(int person, int i)
    {
        var x = (uint)((person * 2654435761) + (i * 40503) + 12345);
        x ^= x >> 15;
        x *= 2246822519;
        x ^= x >> 13;
        x *= 3266489917;
        return (int)((x ^ (x >> 16)) & 0x7fffffff);
    }
}
