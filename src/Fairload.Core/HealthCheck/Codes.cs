using System.Text.RegularExpressions;

namespace Fairload.Core.HealthCheck;

/// <summary>How things of frameworks are named in files.</summary>
internal static partial class Codes
{
    public static bool IsSound(string code) => Sound().IsMatch(code);

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,59}$", RegexOptions.CultureInvariant)]
    private static partial Regex Sound();
}
