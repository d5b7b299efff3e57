namespace Fairload.Core.Access;

/// <summary>
/// What a password has to be: long, and not the first thing that somebody would try. No rules on capitals, digits or signs: they
/// make passwords worse to remember and no harder to guess.
/// </summary>
/// <remarks>OWASP ASVS 5.0 6.2; NCSC password guidance.</remarks>
public static class PasswordRules
{
    public const int Shortest = 12;
    public const int Longest = 200;

    private static readonly char[] Digits = [.. "0123456789"];

    // Only those of twelve characters or more matter, and those that become so by adding digits.
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "password", "passwordpassword", "passw0rd", "p@ssword", "p@ssw0rd", "letmein", "letmeinletmein", "letmeinplease", "welcome",
        "welcomewelcome", "qwerty", "qwertyuiop", "qwertyqwerty", "qwertyuiopasdf", "qwertyuiopasdfghjkl", "asdfghjkl", "asdfghjklqwerty",
        "1q2w3e4r5t6y", "1qaz2wsx3edc", "q1w2e3r4t5y6", "zaq12wsxcde3", "administrator", "changeme", "changemenow", "changemeplease",
        "iloveyou", "iloveyouforever", "iloveyousomuch", "liverpool", "liverpoolfc", "manchesterunited", "manchestercity", "arsenal",
        "chelsea", "tottenhamhotspur", "football", "footballfootball", "sunshine", "sunshinesunshine", "princess", "superman",
        "supermansuperman", "trustno", "monkeymonkey", "dragondragon", "january", "february", "march", "april", "june", "july", "august",
        "september", "october", "november", "december", "spring", "summer", "autumn", "winter", "christmas", "fairload",
        "fairloadfairload", "socialwork", "socialworker", "socialservices", "socialcare", "childrensservices", "adultservices",
        "councilcouncil", "citycouncil", "countycouncil", "boroughcouncil", "correcthorsebatterystaple", "thisismypassword", "mypassword",
        "newpassword", "secretsecret", "internet", "computer", "whatever", "starwars", "batman", "pokemon", "michael", "charlie",
    };

    /// <summary>Every reason why this is not a password to be used here; empty when it may be.</summary>
    public static IReadOnlyList<Problem> Check(string? password, string email, string name)
    {
        var problems = new List<Problem>();
        var given = password ?? "";
        if (given.Length < Shortest) problems.Add(new("Password", $"Your password must have at least {Shortest} characters"));
        else if (given.Length > Longest) problems.Add(new("Password", $"Your password must have {Longest} characters or fewer"));
        else if (IsCommon(given))
            problems.Add(new("Password", $"This password is one of the first that would be tried: choose another, for instance three words"));
        else if (Holds(given, email) || Holds(given, name))
            problems.Add(new("Password", $"Your password must not hold your name or your email address"));
        return problems;
    }

    private static bool IsCommon(string password)
    {
        var plain = Plain(password);
        return plain.Distinct().Count() < 4 || IsRun(plain) || Common.Contains(plain)
            || Common.Contains(plain.TrimEnd(Digits)) || Common.Contains(plain.Trim(Digits));
    }

    /// <summary>123456789012 and abcdefghijkl, up or down.</summary>
    private static bool IsRun(string text)
    {
        var steps = text.Zip(text.Skip(1), (a, b) => b - a).ToList();
        return steps.Count(s => s == 1 || s == -9) == steps.Count || steps.Count(s => s == -1 || s == 9) == steps.Count;
    }

    private static bool Holds(string password, string word)
    {
        var looked = Plain(word);
        return looked.Length >= 5 && Plain(password).Contains(looked, StringComparison.Ordinal);
    }

    private static string Plain(string text) =>
        string.Concat(text.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is '@' or '$'));
}
