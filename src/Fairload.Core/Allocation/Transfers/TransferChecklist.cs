using Fairload.Core.Caseload;

namespace Fairload.Core.Allocation.Transfers;

/// <summary>One thing that has to be done before a case moves.</summary>
/// <param name="TypeCode">The kind of work; <see cref="ReservedFunctions.AnyType"/> for every kind.</param>
/// <param name="Side">Which of the two teams does it.</param>
/// <param name="Says">What is to be done, in the council's own words.</param>
public sealed record ChecklistRow(string TypeCode, TransferSide Side, string Says)
{
    public bool Covers(string typeCode) => TypeCode == ReservedFunctions.AnyType || TypeCode == CaseType.Plain(typeCode);
}

/// <summary>
/// What a council wants done before a case goes from one team to another, with who agreed it and from when. Never changed: a new version
/// has a new code.
/// </summary>
public sealed record TransferChecklist(string Code, string Name, string AgreedBy, DateOnly LiveFrom, bool IsExample,
    IReadOnlyList<ChecklistRow> Rows)
{
    public const int LongestRow = 200;
    public const int MostRows = 60;

    /// <summary>Refuses a checklist without a name or agreement, one that asks for nothing or for the same twice, a line too
    /// long.</summary>
    public static Result<TransferChecklist> Read(TransferChecklist written)
    {
        var problems = new List<Problem>();
        if (string.IsNullOrWhiteSpace(written.Code)) problems.Add(new("Code", $"The checklist needs a code, for example transfers/2"));
        if (string.IsNullOrWhiteSpace(written.Name)) problems.Add(new("Name", $"The checklist needs a name"));
        if (string.IsNullOrWhiteSpace(written.AgreedBy)) problems.Add(new("AgreedBy", $"Say who agreed the checklist"));
        if (written.Rows.Count == 0) problems.Add(new("Rows", $"The checklist needs at least one line"));
        if (written.Rows.Count > MostRows)
            problems.Add(new("Rows", $"The checklist has {written.Rows.Count} lines; {MostRows} are the most that anybody will read"));

        foreach (var (at, row) in written.Rows.Index())
        {
            if (string.IsNullOrWhiteSpace(row.Says)) problems.Add(new("Rows", $"Line {at + 1} does not say what is to be done"));
            if (row.Says.Length > LongestRow)
                problems.Add(new("Rows", $"Line {at + 1} is longer than {LongestRow} letters; make it shorter"));
            if (row.Side == TransferSide.Head)
                problems.Add(new("Rows", $"Line {at + 1}: the sending or the receiving team does what the checklist asks"));
            if (written.Rows.Take(at).Any(above => above.Says == row.Says && above.Covers(row.TypeCode)))
                problems.Add(new("Rows", $"Line {at + 1} asks for the same as a line above it; leave it out"));
        }

        return problems.Count > 0 ? problems : written;
    }

    /// <summary>What has to be done for a case of this type, in the order of the checklist.</summary>
    public IReadOnlyList<ChecklistRow> For(string typeCode) => [.. Rows.Where(r => r.Covers(typeCode))];
}

/// <summary>A line of the checklist as it was when the transfer was proposed, done or not.</summary>
public sealed class TransferItem
{
    private TransferItem() { }

    public Id<TransferItem> Id { get; private init; }
    public Id<Transfer> TransferId { get; private init; }
    public int Position { get; private init; }
    public TransferSide Side { get; private init; }
    public string Says { get; private init; } = "";
    public DateOnly? DoneOn { get; private set; }
    public string DoneBy { get; private set; } = "";

    public bool IsDone => DoneOn is not null;

    internal static TransferItem Of(Id<Transfer> transfer, int position, ChecklistRow row) => new()
    {
        Id = Id<TransferItem>.New(),
        TransferId = transfer,
        Position = position,
        Side = row.Side,
        Says = row.Says,
    };

    internal void Tick(bool done, StepTaken taken) => (DoneOn, DoneBy) = done ? (taken.Today, taken.By) : ((DateOnly?)null, "");
}
