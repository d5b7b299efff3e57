namespace Fairload.Core.Allocation;

/// <summary>One thing that speaks for a person beside the load.</summary>
/// <param name="Weight">0 or more: more counts more.</param>
/// <param name="IsOn">Switched off it counts nothing, and keeps its weight for the day on which it is switched on again.</param>
public sealed record KindTerm(int Weight, bool IsOn)
{
    public int Counts => IsOn ? Weight : 0;
}

/// <summary>
/// What a council agreed speaks for a person beside the load, with who agreed it and from when. Never changed: a new version has a new
/// code. The rules that are never broken are no part of it and have no switch.
/// </summary>
/// <param name="HeldBefore">The person held this case once.</param>
/// <param name="HoldsSibling">The person holds a brother's or sister's case.</param>
/// <param name="SameTeam">The person works in the team in which the case lies.</param>
public sealed record KindAgreement(
    string Code, string Name, string AgreedBy, DateOnly LiveFrom, bool IsExample, KindTerm HeldBefore, KindTerm HoldsSibling,
    KindTerm SameTeam)
{
    public const int Most = 100;

    /// <summary>As everything that works out a suggestion takes them: a term that is off is 0.</summary>
    public KindWeights Weights => new(HeldBefore.Counts, HoldsSibling.Counts, SameTeam.Counts);

    /// <summary>Refuses no code, name or agreement, and a weight outside 0 to 100.</summary>
    public static Result<KindAgreement> Read(KindAgreement written)
    {
        var problems = new List<Problem>();
        if (string.IsNullOrWhiteSpace(written.Code)) problems.Add(new("Code", $"The agreement needs a code, for example kindness/2"));
        if (string.IsNullOrWhiteSpace(written.Name)) problems.Add(new("Name", $"The agreement needs a name"));
        if (string.IsNullOrWhiteSpace(written.AgreedBy)) problems.Add(new("AgreedBy", $"Say who agreed it"));
        Weigh(nameof(HoldsSibling), written.HoldsSibling);
        Weigh(nameof(HeldBefore), written.HeldBefore);
        Weigh(nameof(SameTeam), written.SameTeam);
        return problems.Count > 0 ? problems
            : written with { Code = written.Code.Trim(), Name = written.Name.Trim(), AgreedBy = written.AgreedBy.Trim() };

        void Weigh(string field, KindTerm term)
        {
            if (term.Weight is < 0 or > Most)
                problems.Add(new(field, $"A weight is a whole number from 0 to {Most}, and not {term.Weight}"));
        }
    }
}
