using Fairload.Core.Caseload;

namespace Fairload.Core.Allocation;

/// <summary>One row of the statement. Each list holds words of <see cref="Qualifications"/>, of which one is enough.</summary>
/// <param name="TypeCode">The kind of work; <see cref="ReservedFunctions.AnyType"/> for every kind.</param>
/// <param name="Tier">1 to 3; null for every tier.</param>
/// <param name="MayHold">Empty: anyone who holds cases.</param>
/// <param name="MustAdvise">Who has to advise the holder; empty for nobody.</param>
/// <param name="MustCountersign">Who has to sign beside the holder; empty for nobody.</param>
/// <param name="JointOnly">Who may hold it only together with somebody that may hold it alone.</param>
public sealed record ReservedRow(string TypeCode, int? Tier, IReadOnlyList<string> MayHold, IReadOnlyList<string> MustAdvise,
    IReadOnlyList<string> MustCountersign, IReadOnlyList<string> JointOnly)
{
    public bool Covers(string typeCode, int? tier) =>
        (TypeCode == ReservedFunctions.AnyType || TypeCode == CaseType.Plain(typeCode)) && (Tier is null || Tier == tier);
}

/// <summary>
/// A council's statement of reserved functions: which work who may hold, with who agreed it and from when. Never changed: a new version
/// has a new code.
/// </summary>
/// <param name="Court">How work in court is held, whatever its type: who in this list holds it only jointly.</param>
/// <param name="JointPart">The part, over 0 and under 1, that the first of two joint holders carries.</param>
/// <param name="AdvicePart">The part of a case's points, 0 to 1, that advising on it weighs.</param>
/// <remarks>Working Together 2023 (section 47 work is a registered social worker's); ASYE framework (no sole child protection or
/// court work in the first year). A council decides the rest.</remarks>
public sealed record ReservedFunctions(string Code, string Name, string AgreedBy, DateOnly LiveFrom, bool IsExample,
    IReadOnlyList<ReservedRow> Rows, IReadOnlyList<string> Court, decimal JointPart, decimal AdvicePart)
{
    public const string AnyType = "*";

    /// <summary>Refuses a statement by which nobody could allocate: no code, name or agreement, no last row for everything, a tier other
    /// than 1 to 3, a row that another above it hides, a part outside its bounds.</summary>
    public static Result<ReservedFunctions> Read(ReservedFunctions written)
    {
        var problems = new List<Problem>();
        if (string.IsNullOrWhiteSpace(written.Code)) problems.Add(new("Code", $"The statement needs a code, for example reserved/2"));
        if (string.IsNullOrWhiteSpace(written.Name)) problems.Add(new("Name", $"The statement needs a name"));
        if (string.IsNullOrWhiteSpace(written.AgreedBy)) problems.Add(new("AgreedBy", $"Say who agreed the statement"));
        if (written.Rows.Count == 0 || written.Rows[^1] is not { TypeCode: AnyType, Tier: null })
            problems.Add(new("Rows", $"The last row has to be for every type and every tier, so that no work stands without a rule"));

        foreach (var (at, row) in written.Rows.Index())
        {
            if (row.Tier is < 1 or > 3) problems.Add(new("Rows", $"Row {at + 1}: a tier is 1, 2 or 3"));
            if (written.Rows.Take(at).Any(above => Hides(above, row)))
                problems.Add(new("Rows", $"Row {at + 1} is never used: a row above it is for the same work. Move it up or leave it out"));
        }

        if (written.JointPart is <= 0 or >= 1)
            problems.Add(new("JointPart", $"The part of the first of two holders is {written.JointPart}; give a number between 0 and 1"));
        if (written.AdvicePart is < 0 or > 1)
            problems.Add(new("AdvicePart", $"The part that advice weighs is {written.AdvicePart}; give a number from 0 to 1"));
        return problems.Count > 0 ? problems : written;
    }

    /// <summary>The first row that is for this work. What is not scored is taken as tier 3: too much care is put right by
    /// scoring.</summary>
    public ReservedRow For(string typeCode, int? tier) => Rows.First(r => r.Covers(typeCode, tier ?? 3));

    private static bool Hides(ReservedRow above, ReservedRow row) =>
        (above.TypeCode == AnyType || above.TypeCode == row.TypeCode) && (above.Tier is null || above.Tier == row.Tier);
}
