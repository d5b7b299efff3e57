using Fairload.Core.Access;
using Fairload.Core.Workforce;

namespace Fairload.Core.PeerReview.Audits;

/// <summary>Somebody who audits files.</summary>
/// <param name="Teams">Teams of their own: of none of these do they audit a file.</param>
public sealed record Auditor(Id<Account> Account, string Name, IReadOnlySet<Id<Team>> Teams)
{
    public bool May(HeldFile file) => file.TeamId is not { } team || !Teams.Contains(team);
}

/// <summary>Who audits which file.</summary>
public sealed record AuditorOf(HeldFile File, Auditor Auditor);

/// <summary>Shares drawn files out among auditors: to nobody a file of a team of their own, and so that no single file could move to make
/// the shares more even.</summary>
public static class AuditorShares
{
    /// <summary>Refuses where nobody could audit one of the files.</summary>
    /// <param name="files">In the order in which they were drawn, which is also that of the answer.</param>
    public static Result<IReadOnlyList<AuditorOf>> Of(IReadOnlyList<HeldFile> files, IReadOnlyList<Auditor> auditors)
    {
        if (auditors.Count == 0) return new Problem("Auditors", $"Choose at least one auditor");
        var nobody = files.Count(f => !auditors.Any(a => a.May(f)));
        if (nobody > 0)
            return new Problem("Auditors", $"For {nobody} of the files nobody could be found who is of another team. Choose more auditors, from other teams");

        var names = auditors.OrderBy(a => a.Name, StringComparer.Ordinal).ThenBy(a => a.Account.ToString(), StringComparer.Ordinal)
            .ToList();
        var given = new int[files.Count];
        Array.Fill(given, -1);
        // Files that few may audit are given first; then each is moved on while that makes the shares more even.
        foreach (var f in Enumerable.Range(0, files.Count).OrderBy(f => names.Count(a => a.May(files[f]))).ThenBy(f => f))
            given[f] = Lightest(names, given, files[f]);
        while (Move(files, names, given)) { }
        return files.Select((file, f) => new AuditorOf(file, names[given[f]])).ToList();
    }

    private static int Lightest(List<Auditor> names, int[] given, HeldFile file) =>
        Enumerable.Range(0, names.Count).Where(a => names[a].May(file)).MinBy(a => Held(given, a));

    private static int Held(int[] given, int auditor) => given.Count(g => g == auditor);

    /// <summary>One file to somebody with two fewer. Each move makes the shares more even, so it ends.</summary>
    private static bool Move(IReadOnlyList<HeldFile> files, List<Auditor> names, int[] given)
    {
        for (var f = 0; f < files.Count; f++)
        {
            var to = Lightest(names, given, files[f]);
            if (Held(given, to) + 1 >= Held(given, given[f])) continue;
            given[f] = to;
            return true;
        }

        return false;
    }
}
