using Fairload.Core.HealthCheck.Frameworks;

namespace Fairload.Core.HealthCheck.Cycles;

/// <summary>On which step of the ladder a part stands in a year, what shows it, and who agrees. The one that is not replaced counts. Steps
/// are words: nothing adds them up.</summary>
public sealed class Judgement
{
    public const int MostText = 2000;

    private Judgement() { }

    public Id<Judgement> Id { get; private init; }
    public Id<Cycle> CycleId { get; private init; }
    public string Part { get; private init; } = "";

    /// <summary>Code of the step; empty where no step is reached yet.</summary>
    public string Step { get; private init; } = "";

    /// <summary>For each thing that the step asks to be shown, in its order, what shows it: lines of text.</summary>
    public string Shown { get; private init; } = "";
    public string Because { get; private init; } = "";

    /// <summary>What staff who wrote the ladder say to it; empty where they were not asked.</summary>
    public string StaffSay { get; private init; } = "";
    public string JudgedBy { get; private init; } = "";
    public DateTime JudgedAt { get; private init; }
    public DateTime? ReplacedAt { get; private set; }
    public int Version { get; private set; }

    public IReadOnlyList<string> ShownLines => Shown.Split('\n');

    /// <summary>Refuses a step of which something has to be shown that is not.</summary>
    /// <param name="shown">One line for each thing that the step asks for.</param>
    public static Result<Judgement> Say(
        Id<Cycle> cycle, MaturityLadder ladder, string part, string step, IReadOnlyList<string> shown, string because, string staffSay,
        string by, DateTime at)
    {
        if (ladder.Part(part) is not { } rungs) return new Problem("Part", $"The ladder has no part {part}. Choose one of its parts");
        var problems = new List<Problem>();
        var rung = rungs.Steps.FirstOrDefault(s => s.Step == step);
        if (step.Length > 0 && rung is null) problems.Add(new("Step", $"Choose a step of the ladder, or that none is reached yet"));
        var lines = shown.Select(s => s.Trim().ReplaceLineEndings(" ")).ToList();
        for (var at1 = 0; at1 < (rung?.Evidence.Count ?? 0); at1++)
        {
            if (lines.ElementAtOrDefault(at1) is null or "")
                problems.Add(new($"Shown[{at1}]", $"Say what shows this, or choose the step before: a step is reached when all of it can be shown"));
        }

        if (because.Trim().Length == 0) problems.Add(new("Because", $"Say in a sentence or two why it stands there"));
        if (because.Trim().Length > MostText || staffSay.Trim().Length > MostText || lines.Any(l => l.Length > MostText))
            problems.Add(new("Because", $"Shorten each text to {MostText} characters or fewer"));
        if (problems.Count > 0) return problems;
        return new Judgement
        {
            Id = Id<Judgement>.New(),
            CycleId = cycle,
            Part = part,
            Step = step,
            Shown = string.Join('\n', lines.Take(rung?.Evidence.Count ?? 0)),
            Because = because.Trim(),
            StaffSay = staffSay.Trim(),
            JudgedBy = by,
            JudgedAt = at,
        };
    }

    public void Replace(DateTime at)
    {
        if (ReplacedAt is not null) throw new InvalidOperationException("It was replaced already.");
        ReplacedAt = at;
        Version++;
    }
}
