using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Fairload.Core.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Disclosure;

/// <summary>Every group of a chain that was ever let out, as far as the ledger had come when it was read.</summary>
internal sealed record LedgerOfChain(int Last, int HighestFloor, string? Population, IReadOnlyList<ReleasedGroup> Released);

/// <summary>Reads and writes the ledger. It only ever grows.</summary>
internal static class Ledger
{
    public static async Task<LedgerOfChain> Read(FairloadDb db, string chain, CancellationToken stop)
    {
        var entries = await db.Set<LedgerEntry>().AsNoTracking().Where(e => e.Chain == chain).OrderBy(e => e.Number).ToListAsync(stop);
        var rows = await db.Set<LedgerRow>().AsNoTracking()
            .Where(r => db.Set<LedgerEntry>().Any(e => e.Id == r.ReleaseId && e.Chain == chain))
            .OrderBy(r => r.Round).ThenBy(r => r.Name).ThenBy(r => r.Position).ToListAsync(stop);
        return new(
            entries.Count == 0 ? 0 : entries[^1].Number, entries.Count == 0 ? 0 : entries.Max(e => e.Floor),
            entries.Count == 0 ? null : entries[^1].Population, Distinct(rows));
    }

    public static void Add(FairloadDb db, ReleaseAsked asked, int number, Release release, string by, DateTime at, DateOnly on)
    {
        var population = Written(asked.Population);
        var entry = new LedgerEntry(
            Id<Release>.New(), asked.Chain, number, asked.Round, asked.Title, asked.Rule.Floor, population, HashOf(population),
            release.Proof.Figures, release.Proof.Cells, release.Proof.Steps, at, on, by);
        db.Add(entry);
        db.AddRange(release.Released.Select((one, position) => new LedgerRow(
            Id<ReleasedGroup>.New(), entry.Id, position, one.Group.Round, one.Group.Name, JsonSerializer.Serialize(one.Group.Cells),
            one.Group.Turn, one.ShowsPeople)));
    }

    /// <summary>The population of the newest release of a chain; it names the cells of every round before.</summary>
    public static Result<Population> Population(string written) => Core.Disclosure.Population.Of(
        JsonSerializer.Deserialize<List<Atom>>(written) ?? throw new InvalidOperationException("The ledger holds no population."));

    private static string Written(Population population) => JsonSerializer.Serialize(population.Atoms);

    private static string HashOf(string population) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(population)));

    /// <summary>A group that was let out again is the same group; its count is out if it was out once.</summary>
    private static List<ReleasedGroup> Distinct(List<LedgerRow> rows) =>
        [.. rows.GroupBy(r => (r.Round, r.Name, r.Cells)).Select(same => new ReleasedGroup(
            new(same.Key.Round, same.Key.Name, JsonSerializer.Deserialize<List<string>>(same.Key.Cells)!, same.First().Turn),
            same.Any(r => r.ShowsPeople)))];
}
