using Fairload.Core.Surveys;

namespace Fairload.Core.HealthCheck.Frameworks;

/// <summary>A step, named the same for every area.</summary>
public sealed record LadderStep(string Code, Wording Name);

/// <summary>What a step looks like in one area, and what has to be shown before anybody says that it is reached.</summary>
public sealed record LadderRung(string Step, Wording Says, IReadOnlyList<Wording> Evidence);

/// <summary>What the steps are in one part of a framework, lowest first.</summary>
public sealed record LadderPart(string Part, IReadOnlyList<LadderRung> Steps);

/// <summary>Words for how far an area has come. It is no score: steps are not added, not averaged and not compared between
/// councils.</summary>
/// <param name="Steps">From the first to the last.</param>
public sealed record MaturityLadder(string Code, IReadOnlyList<LadderStep> Steps, IReadOnlyList<LadderPart> Parts)
{
    /// <summary>Refuses a part that lacks a step or has one without evidence.</summary>
    public static Result<MaturityLadder> Read(MaturityLadder ladder)
    {
        var problems = new List<Problem>();
        if (ladder.Steps.Count < 2 || ladder.Steps.Any(s => !s.Name.IsWhole))
            problems.Add(new("Steps", $"Ladder {ladder.Code} needs two or more steps, each named in English and in Welsh"));
        var order = ladder.Steps.Select(s => s.Code).ToList();
        foreach (var part in ladder.Parts.Where(p => !p.Steps.Select(s => s.Step).SequenceEqual(order)))
            problems.Add(new("Parts", $"Ladder {ladder.Code}: {part.Part} does not have each step once, in their order"));
        foreach (var part in ladder.Parts.Where(p => !p.Steps.All(IsWhole)))
            problems.Add(new("Parts", $"Ladder {ladder.Code}: a step of {part.Part} does not say in both languages what it looks like and what has to be shown"));
        return problems.Count > 0 ? problems : ladder;
    }

    private static bool IsWhole(LadderRung rung) => rung.Says.IsWhole && rung.Evidence.Count > 0 && rung.Evidence.All(e => e.IsWhole);

    public LadderPart? Part(string code) => Parts.FirstOrDefault(p => p.Part == code);
}
