namespace Fairload.Core.Surveys.Forms;

/// <summary>Gives out names that other programs take: letters, digits, hyphens, underscores and stops, a letter first, none
/// twice.</summary>
internal sealed class FormNames
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase) { "meta", "instanceID", "instanceName" };

    public string For(string code)
    {
        var letters = string.Concat(code.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_'));
        var wanted = letters.Length > 0 && (char.IsAsciiLetter(letters[0]) || letters[0] == '_') ? letters : "q_" + letters;
        var name = wanted;
        for (var next = 2; !_taken.Add(name); next++) name = FormattableString.Invariant($"{wanted}_{next}");
        return name;
    }
}
