namespace Fairload.Core.Surveys;

/// <summary>What was answered to one item. An item that was left out has no answer at all.</summary>
public abstract record BallotAnswer
{
    private BallotAnswer() { }

    /// <summary>One answer of a scale, or one of several options, by its value.</summary>
    public sealed record Chosen(int Value) : BallotAnswer;

    /// <summary>That the statement does not apply.</summary>
    public sealed record DoesNotApply : BallotAnswer;

    /// <summary>Any of several options, by their values, each once and in rising order.</summary>
    public sealed record ChosenAmong(IReadOnlyList<int> Values) : BallotAnswer
    {
        public bool Equals(ChosenAmong? other) => other is not null && Values.SequenceEqual(other.Values);

        public override int GetHashCode() => Values.Aggregate(0, HashCode.Combine);
    }

    /// <summary>A whole number.</summary>
    public sealed record Counted(int Number) : BallotAnswer;

    /// <summary>Words. They leave the ballot when the round closes.</summary>
    public sealed record Said(string Text) : BallotAnswer;
}
