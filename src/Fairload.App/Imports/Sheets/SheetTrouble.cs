using System.Xml;

namespace Fairload.App.Imports.Sheets;

/// <summary>The file turned out to be unreadable half-way. Thrown while rows are read, and caught by <see cref="Guard"/> only.</summary>
internal sealed class SheetTrouble(Problem problem) : Exception(problem.Message)
{
    public Problem Problem { get; } = problem;

    /// <summary>Runs a reader over a book; damage found on the way is a person's mistake and refuses the file.</summary>
    public static Result<T> Guard<T>(string fileName, Func<Result<T>> read) where T : notnull
    {
        try
        {
            return read();
        }
        catch (SheetTrouble trouble)
        {
            return trouble.Problem;
        }
        catch (Exception damage) when (IsDamage(damage))
        {
            return Damaged(fileName);
        }
    }

    public static bool IsDamage(Exception e) => e is XmlException or InvalidDataException or EndOfStreamException
        or System.Text.DecoderFallbackException;

    public static Problem Damaged(string fileName) =>
        new("file",
            $"{fileName} is damaged and can not be read. Open it in your spreadsheet program, save it again and give it to us once more.");
}
