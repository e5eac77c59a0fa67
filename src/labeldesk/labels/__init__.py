"""Label trees and their versions, and what a valid answer is."""
