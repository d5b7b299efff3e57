namespace Fairload.Core.Surveys.Results;

/// <summary>A group of people and the groups that it falls into: the whole, its services, their units. Nobody is in two parts.</summary>
/// <param name="Key">Of its own in the round.</param>
/// <param name="Asked">How many were asked; null where that is not known.</param>
/// <param name="IsShown">Disclosure lets figures of it out. A part that is hidden is here all the same: what is hidden must not be worked
/// out from the rest.</param>
/// <param name="Parts">All of its people, in name order; empty where it is not divided.</param>
public sealed record ResultGroup(
    string Key, string Name, Tally Tally, int? Asked, bool IsShown, IReadOnlyList<ResultGroup> Parts)
{
    /// <summary>This group and all within it.</summary>
    public IEnumerable<ResultGroup> All() => [this, .. Parts.SelectMany(p => p.All())];
}
