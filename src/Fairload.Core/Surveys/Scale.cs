namespace Fairload.Core.Surveys;

/// <summary>The same thing said in English and in Welsh.</summary>
public sealed record Wording(string En, string Cy)
{
    public bool IsWhole => !string.IsNullOrWhiteSpace(En) && !string.IsNullOrWhiteSpace(Cy);
}

/// <summary>One answer that can be chosen.</summary>
/// <param name="Value">Whole numbers; on a scale more of them is more of what the scale measures.</param>
public sealed record AnswerOption(int Value, Wording Says);

/// <summary>Answers in an order, such as from strongly disagree to strongly agree.</summary>
/// <param name="Options">In the order in which they are shown, which may fall as well as rise.</param>
/// <param name="NotApplicable">How it is said that the statement does not apply; null where that can not be chosen. It counts as no
/// answer.</param>
public sealed record Scale(string Code, IReadOnlyList<AnswerOption> Options, Wording? NotApplicable)
{
    public int Lowest => Options.Min(o => o.Value);

    public int Highest => Options.Max(o => o.Value);

    public bool Has(int value) => Options.Any(o => o.Value == value);

    /// <summary>The value as it counts: turned round on the same scale where agreeing with the statement is bad.</summary>
    public int Turned(int value, bool reverse)
    {
        if (!Has(value)) throw new ArgumentOutOfRangeException(nameof(value), value, $"The scale {Code} has no such value.");
        return reverse ? Lowest + Highest - value : value;
    }

    /// <summary>0 for the lowest, 100 for the highest, equal steps between.</summary>
    public decimal OutOf100(int value, bool reverse) => 100m * (Turned(value, reverse) - Lowest) / (Highest - Lowest);
}
