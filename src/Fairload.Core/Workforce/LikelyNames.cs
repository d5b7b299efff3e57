namespace Fairload.Core.Workforce;

/// <summary>Who a name that matched nobody might be: shown to the person who settles it, never applied by itself.</summary>
public static class LikelyNames
{
    private const int Most = 5;

    /// <summary>At most five people whose name shares a word with this one or differs in a letter or two, the nearest first,
    /// two of one name in the order of their staff numbers.</summary>
    public static IReadOnlyList<Worker> For(string folded, IEnumerable<Worker> workers) =>
    [
        .. workers.Select(w => (Worker: w, Distance: Distance(folded, PersonName.Fold(w.Name)))).Where(w => w.Distance is not null)
            .OrderBy(w => w.Distance).ThenBy(w => w.Worker.Name, StringComparer.Ordinal)
            .ThenBy(w => w.Worker.StaffNumber, StringComparer.Ordinal).Take(Most).Select(w => w.Worker),
    ];

    /// <summary>Letters to change; names that share a whole word count as near. Null when nothing is alike.</summary>
    private static int? Distance(string a, string b)
    {
        var edits = Edits(a, b);
        if (edits <= 2) return edits;
        return a.Split(' ').Intersect(b.Split(' ')).Any(word => word.Length > 2) ? 3 + edits : null;
    }

    private static int Edits(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }
}
