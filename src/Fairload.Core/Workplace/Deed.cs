namespace Fairload.Core.Workplace;

/// <summary>Who does something in a register, and when.</summary>
/// <param name="By">As the audit trail names them; empty for whoever does not want to be named.</param>
/// <param name="Today">In the UK.</param>
public sealed record RegisterDeed(string By, DateTime At, DateOnly Today);

/// <summary>What two people who change one record at once are told.</summary>
internal static class Overtaken
{
    public static Problem By(string who) =>
        new("", $"{who} has changed this meanwhile. What stands now is shown above; what you entered is still in the form and not stored");
}
