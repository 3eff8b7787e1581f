"""What if: patrol plans tried beside each other, and streets given from one officer to another."""
