using System.Text;

namespace Fairload.Core.Caseload;

/// <summary>Whether a job is one that manages people or one that holds cases, by the words of its title.</summary>
/// <param name="IsManager">A case in this person's name waits on the list of cases held by managers.</param>
/// <param name="Because">The word that decided; empty when no word of the table is in the title.</param>
public sealed record StaffKind(bool IsManager, string Because)
{
    /// <summary>A title that says whom the person works for: what follows is not the person's own job.</summary>
    private static readonly IReadOnlyList<string> WorksFor =
        ["assistant to", "pa to", "personal assistant to", "secretary to", "support to", "officer to", "adviser to", "advisor to"];

    /// <summary>
    /// Read from the top. Words that hold cases are taken out of the title before the later rows are tried: "care manager" is a
    /// practitioner in adults' services, and a "care manager team leader" leads a team.
    /// </summary>
    private static readonly IReadOnlyList<StaffKind> Table =
    [
        new(true, "registered care manager"),
        new(true, "care home manager"),
        new(false, "care manager"),
        new(false, "care managers"),
        new(false, "case manager"),
        new(false, "case managers"),
        new(false, "care and case manager"),
        new(false, "manager s assistant"),
        new(false, "managers assistant"),
        new(true, "manager"),
        new(true, "managers"),
        new(true, "head of"),
        new(true, "director"),
        new(true, "team leader"),
        new(true, "teamleader"),
        new(true, "team lead"),
    ];

    /// <summary>Role first and then level; either can say manager, as when the role is "social worker" and the level "first line
    /// manager".</summary>
    public static StaffKind Of(string role, string level)
    {
        var byRole = Of(role);
        if (byRole.IsManager) return byRole;
        var byLevel = Of(level);
        return byLevel.IsManager || byRole.Because.Length == 0 ? byLevel : byRole;
    }

    private static StaffKind Of(string title)
    {
        var words = $" {Folded(title)} ";
        foreach (var phrase in WorksFor)
            if (words.IndexOf($" {phrase} ", StringComparison.Ordinal) is >= 0 and var at) words = words[..at] + " ";

        var practitioner = "";
        foreach (var row in Table)
        {
            if (!words.Contains($" {row.Because} ", StringComparison.Ordinal)) continue;
            if (row.IsManager) return row;
            practitioner = row.Because;
            words = words.Replace($" {row.Because} ", " ", StringComparison.Ordinal);
        }

        return new(false, practitioner);
    }

    /// <summary>Lower case, one blank between words, nothing but letters and digits.</summary>
    private static string Folded(string title)
    {
        var folded = new StringBuilder();
        foreach (var letter in title)
        {
            if (char.IsLetterOrDigit(letter)) folded.Append(char.ToLowerInvariant(letter));
            else if (letter == '&') folded.Append(" and ");
            else folded.Append(' ');
        }

        return string.Join(' ', folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
