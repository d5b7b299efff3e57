using System.Security.Cryptography;
using System.Text;

namespace Fairload.Core.PeerReview.Audits;

/// <summary>A random sample of case files that anybody can draw again: the list is told by its length and its hash, and of the files of the
/// list those are taken whose hash together with the seed comes first. Nobody can pick the nice files.</summary>
/// <remarks>How to check a draw with nothing but a program for hashes: <c>docs/methods/file-audit-sample.md</c>.</remarks>
/// <param name="Seed">Drawn by the program when the sample is drawn.</param>
/// <param name="Count">How many files the list holds.</param>
/// <param name="ListHash">SHA-256, in hexadecimal, of the references in the order of their characters, each followed by a line
/// feed.</param>
/// <param name="Drawn">In the order in which they were drawn.</param>
public sealed record SampleDraw(string Seed, int Count, string ListHash, IReadOnlyList<string> Drawn)
{
    /// <param name="list">References; one that is there twice counts once.</param>
    /// <param name="wanted">All of them where the list is shorter.</param>
    public static SampleDraw Of(IEnumerable<string> list, string seed, int wanted)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(wanted);
        var all = Sorted(list);
        var drawn = all.OrderBy(reference => Hash($"{seed}:{reference}"), StringComparer.Ordinal).ThenBy(r => r, StringComparer.Ordinal);
        return new(seed, all.Count, HashOf(all), [.. drawn.Take(wanted)]);
    }

    /// <summary>The same list and seed give the same files.</summary>
    public bool IsDrawnFrom(IEnumerable<string> list)
    {
        var again = Of(list, Seed, Drawn.Count);
        return (again.Count, again.ListHash) == (Count, ListHash) && again.Drawn.SequenceEqual(Drawn, StringComparer.Ordinal);
    }

    private static List<string> Sorted(IEnumerable<string> list) =>
        [.. list.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static string HashOf(IEnumerable<string> sorted) => Hash(string.Concat(sorted.Select(r => r + "\n")));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
