namespace Fairload.Core.Workforce;

/// <summary>What a name in an extract was settled to be by a person. Remembered for every later extract.</summary>
public sealed class SettledName
{
    private SettledName() { }

    public Id<SettledName> Id { get; private init; }

    /// <summary>The name folded as names are compared.</summary>
    public string Folded { get; private init; } = "";

    /// <summary>As the extract wrote it.</summary>
    public string Written { get; private init; } = "";
    public Id<Worker>? WorkerId { get; private init; }
    public Id<Team>? TeamId { get; private init; }

    /// <summary>It names no person: a duty tray, a queue. Cases under it wait.</summary>
    public bool IsNobody { get; private init; }
    public string SettledBy { get; private init; } = "";
    public DateTime SettledAt { get; private init; }

    public static SettledName AsWorker(string folded, string written, Id<Worker> worker, string by, DateTime now) =>
        new() { Id = Id<SettledName>.New(), Folded = folded, Written = written, WorkerId = worker, SettledBy = by, SettledAt = now };

    public static SettledName AsTeam(string folded, string written, Id<Team> team, string by, DateTime now) =>
        new() { Id = Id<SettledName>.New(), Folded = folded, Written = written, TeamId = team, SettledBy = by, SettledAt = now };

    public static SettledName AsNobody(string folded, string written, string by, DateTime now) =>
        new() { Id = Id<SettledName>.New(), Folded = folded, Written = written, IsNobody = true, SettledBy = by, SettledAt = now };
}
